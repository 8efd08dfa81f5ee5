package io.heliograph.internal.otlp;

import io.heliograph.export.DistributionPoint;
import io.heliograph.export.ExponentialPoint;
import io.heliograph.export.HistogramPoint;
import io.heliograph.export.MetricPoint;
import io.heliograph.export.NumberPoint;

/** The points of all kinds of metrics, which number the same fields differently. */
final class PointFields {

  /** In all kinds of points. */
  private static final Field START = new Field(2, "startTimeUnixNano");

  private static final Field TIME = new Field(3, "timeUnixNano");

  private static final Field NUMBER_ATTRIBUTES = new Field(7, "attributes");
  private static final Field NUMBER_DOUBLE = new Field(4, "asDouble");
  private static final Field NUMBER_LONG = new Field(6, "asInt");
  private static final Field NUMBER_EXEMPLARS = new Field(5, "exemplars");

  /** In both kinds of histograms. */
  private static final Field COUNT = new Field(4, "count");

  private static final Field SUM = new Field(5, "sum");

  private static final Field HISTOGRAM_ATTRIBUTES = new Field(9, "attributes");
  private static final Field HISTOGRAM_COUNTS = new Field(6, "bucketCounts");
  private static final Field HISTOGRAM_BOUNDS = new Field(7, "explicitBounds");
  private static final Field HISTOGRAM_EXEMPLARS = new Field(8, "exemplars");
  private static final Field HISTOGRAM_MIN = new Field(11, "min");
  private static final Field HISTOGRAM_MAX = new Field(12, "max");

  private static final Field EXPONENTIAL_ATTRIBUTES = new Field(1, "attributes");
  private static final Field EXPONENTIAL_SCALE = new Field(6, "scale");
  private static final Field EXPONENTIAL_ZEROS = new Field(7, "zeroCount");
  private static final Field EXPONENTIAL_POSITIVE = new Field(8, "positive");
  private static final Field EXPONENTIAL_NEGATIVE = new Field(9, "negative");
  private static final Field EXPONENTIAL_EXEMPLARS = new Field(11, "exemplars");
  private static final Field EXPONENTIAL_MIN = new Field(12, "min");
  private static final Field EXPONENTIAL_MAX = new Field(13, "max");

  private static final Field BUCKETS_OFFSET = new Field(1, "offset");
  private static final Field BUCKETS_COUNTS = new Field(2, "bucketCounts");

  private PointFields() {}

  static void write(MessageWriter out, MetricPoint point) {
    if (point instanceof NumberPoint number) {
      number(out, number);
    } else if (point instanceof HistogramPoint histogram) {
      histogram(out, histogram);
    } else if (point instanceof ExponentialPoint exponential) {
      exponential(out, exponential);
    }
  }

  private static void attributes(MessageWriter out, Field field, MetricPoint point) {
    if (!(point instanceof SeriesPoint series)) {
      AttributeFields.write(out, field, point.attributes());
    } else if (!out.again(series.attributeBytes())) {
      int from = out.size;
      AttributeFields.write(out, field, point.attributes());
      out.keep(series.attributeBytes(), from);
    }
  }

  private static void times(MessageWriter out, MetricPoint point) {
    out.fixed64(START, point.startEpochNanos());
    out.fixed64(TIME, point.epochNanos());
  }

  private static void number(MessageWriter out, NumberPoint point) {
    attributes(out, NUMBER_ATTRIBUTES, point);
    times(out, point);
    if (point.isLong()) {
      out.sfixed64(NUMBER_LONG, point.longValue());
    } else {
      out.float64(NUMBER_DOUBLE, point.doubleValue());
    }
    ExemplarFields.write(out, NUMBER_EXEMPLARS, point.exemplars());
  }

  private static void distribution(MessageWriter out, DistributionPoint point) {
    times(out, point);
    out.fixed64(COUNT, point.count());
    out.float64(SUM, point.sum());
  }

  private static void histogram(MessageWriter out, HistogramPoint point) {
    attributes(out, HISTOGRAM_ATTRIBUTES, point);
    distribution(out, point);
    buckets(out, point);
    ExemplarFields.write(out, HISTOGRAM_EXEMPLARS, point.exemplars());
    minMax(out, point, HISTOGRAM_MIN, HISTOGRAM_MAX);
  }

  private static void buckets(MessageWriter out, HistogramPoint point) {
    if (!(point instanceof SeriesHistogram series)) {
      counts(out, point);
      boundaries(out, point);
      return;
    }
    out.fixed64s(HISTOGRAM_COUNTS, series.counts());
    if (!out.again(series.boundaryBytes())) {
      int from = out.size;
      boundaries(out, point);
      out.keep(series.boundaryBytes(), from);
    }
  }

  private static void counts(MessageWriter out, HistogramPoint point) {
    int buckets = point.buckets();
    int mark = out.beginNumbers(HISTOGRAM_COUNTS, Long.BYTES * buckets);
    for (int i = 0; i < buckets; i++) {
      out.eachFixed64(point.bucketCount(i));
    }
    out.endNumbers(mark);
  }

  private static void boundaries(MessageWriter out, HistogramPoint point) {
    int boundaries = point.buckets() - 1;
    if (boundaries == 0) {
      return;
    }
    int mark = out.beginNumbers(HISTOGRAM_BOUNDS, Long.BYTES * boundaries);
    for (int i = 0; i < boundaries; i++) {
      out.eachFloat64(point.boundary(i));
    }
    out.endNumbers(mark);
  }

  private static void exponential(MessageWriter out, ExponentialPoint point) {
    attributes(out, EXPONENTIAL_ATTRIBUTES, point);
    distribution(out, point);
    if (point.scale() != 0) {
      out.sint32(EXPONENTIAL_SCALE, point.scale());
    }
    if (point.zeroCount() != 0) {
      out.fixed64(EXPONENTIAL_ZEROS, point.zeroCount());
    }
    buckets(out, EXPONENTIAL_POSITIVE, point.positive());
    buckets(out, EXPONENTIAL_NEGATIVE, point.negative());
    ExemplarFields.write(out, EXPONENTIAL_EXEMPLARS, point.exemplars());
    minMax(out, point, EXPONENTIAL_MIN, EXPONENTIAL_MAX);
  }

  private static void buckets(MessageWriter out, Field field, ExponentialPoint.Buckets buckets) {
    int size = buckets.size();
    if (size == 0) {
      return;
    }
    int mark = out.begin(field, 2 * size);
    if (buckets.offset() != 0) {
      out.sint32(BUCKETS_OFFSET, buckets.offset());
    }
    int counts = out.beginNumbers(BUCKETS_COUNTS, size);
    for (int i = 0; i < size; i++) {
      out.eachUint64(buckets.count(i));
    }
    out.endNumbers(counts);
    out.end(mark);
  }

  private static void minMax(MessageWriter out, DistributionPoint point, Field min, Field max) {
    if (point.hasMinMax()) {
      out.float64(min, point.min());
      out.float64(max, point.max());
    }
  }
}
