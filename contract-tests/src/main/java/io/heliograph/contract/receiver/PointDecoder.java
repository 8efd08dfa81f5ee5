package io.heliograph.contract.receiver;

import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.Exemplar;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import java.util.List;

/** Turns the three kinds of points into one. */
final class PointDecoder {

  private static final PointData NO_VALUE = new PointData.NoValue();

  private PointDecoder() {}

  static List<ReceivedPoint> numbers(List<NumberDataPoint> points) {
    return points.stream()
        .map(
            point ->
                point(
                    point.getAttributesList(),
                    point.getStartTimeUnixNano(),
                    point.getTimeUnixNano(),
                    point.getFlags(),
                    number(point),
                    point.getExemplarsList()))
        .toList();
  }

  static List<ReceivedPoint> histograms(List<HistogramDataPoint> points) {
    return points.stream()
        .map(
            point ->
                point(
                    point.getAttributesList(),
                    point.getStartTimeUnixNano(),
                    point.getTimeUnixNano(),
                    point.getFlags(),
                    histogram(point),
                    point.getExemplarsList()))
        .toList();
  }

  static List<ReceivedPoint> exponentialHistograms(List<ExponentialHistogramDataPoint> points) {
    return points.stream()
        .map(
            point ->
                point(
                    point.getAttributesList(),
                    point.getStartTimeUnixNano(),
                    point.getTimeUnixNano(),
                    point.getFlags(),
                    exponentialHistogram(point),
                    point.getExemplarsList()))
        .toList();
  }

  private static ReceivedPoint point(
      List<KeyValue> attributes,
      long start,
      long time,
      int flags,
      PointData data,
      List<Exemplar> exemplars) {
    return new ReceivedPoint(
        AttributeValues.toMap(attributes),
        start,
        time,
        flags,
        data,
        exemplars.stream().map(PointDecoder::exemplar).toList());
  }

  private static PointData number(NumberDataPoint point) {
    return switch (point.getValueCase()) {
      case AS_INT -> new PointData.LongValue(point.getAsInt());
      case AS_DOUBLE -> new PointData.DoubleValue(point.getAsDouble());
      case VALUE_NOT_SET -> NO_VALUE;
    };
  }

  private static PointData histogram(HistogramDataPoint point) {
    return new PointData.Histogram(
        point.getCount(),
        new PointData.Extent(
            point.hasSum() ? point.getSum() : null,
            point.hasMin() ? point.getMin() : null,
            point.hasMax() ? point.getMax() : null),
        List.copyOf(point.getExplicitBoundsList()),
        List.copyOf(point.getBucketCountsList()));
  }

  private static PointData exponentialHistogram(ExponentialHistogramDataPoint point) {
    return new PointData.ExponentialHistogram(
        point.getCount(),
        new PointData.Extent(
            point.hasSum() ? point.getSum() : null,
            point.hasMin() ? point.getMin() : null,
            point.hasMax() ? point.getMax() : null),
        point.getScale(),
        point.getZeroThreshold(),
        point.getZeroCount(),
        buckets(point.getPositive()),
        buckets(point.getNegative()));
  }

  private static PointData.Buckets buckets(ExponentialHistogramDataPoint.Buckets buckets) {
    return new PointData.Buckets(buckets.getOffset(), List.copyOf(buckets.getBucketCountsList()));
  }

  private static ReceivedExemplar exemplar(Exemplar exemplar) {
    PointData value =
        switch (exemplar.getValueCase()) {
          case AS_INT -> new PointData.LongValue(exemplar.getAsInt());
          case AS_DOUBLE -> new PointData.DoubleValue(exemplar.getAsDouble());
          case VALUE_NOT_SET -> NO_VALUE;
        };
    return new ReceivedExemplar(
        exemplar.getTimeUnixNano(),
        value,
        SpanDecoder.hex(exemplar.getTraceId()),
        SpanDecoder.hex(exemplar.getSpanId()),
        AttributeValues.toMap(exemplar.getFilteredAttributesList()));
  }
}
