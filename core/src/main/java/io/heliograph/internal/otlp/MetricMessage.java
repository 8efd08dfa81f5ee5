package io.heliograph.internal.otlp;

import io.heliograph.export.InstrumentationScope;
import io.heliograph.export.MetricData;
import io.heliograph.export.MetricPoint;
import io.heliograph.export.Resource;
import io.heliograph.export.Temporality;
import java.util.List;

/**
 * A metric as OTLP's metrics.proto describes it.
 *
 * @see <a
 *     href="https://github.com/open-telemetry/opentelemetry-proto/blob/main/opentelemetry/proto/metrics/v1/metrics.proto">metrics.proto</a>
 */
final class MetricMessage implements SignalMessage<MetricData> {

  private static final Field RESOURCE_METRICS = new Field(1, "resourceMetrics");
  private static final Field SCOPE_METRICS = new Field(2, "scopeMetrics");
  private static final Field METRICS = new Field(2, "metrics");

  private static final Field NAME = new Field(1, "name");
  private static final Field DESCRIPTION = new Field(2, "description");
  private static final Field UNIT = new Field(3, "unit");
  private static final Field GAUGE = new Field(5, "gauge");
  private static final Field SUM = new Field(7, "sum");
  private static final Field HISTOGRAM = new Field(9, "histogram");
  private static final Field EXPONENTIAL_HISTOGRAM = new Field(10, "exponentialHistogram");

  private static final Field DATA_POINTS = new Field(1, "dataPoints");
  private static final Field TEMPORALITY = new Field(2, "aggregationTemporality");
  private static final Field MONOTONIC = new Field(3, "isMonotonic");

  private static final int DELTA = 1;
  private static final int CUMULATIVE = 2;

  private static final int EXPECTED_POINTS = 10_000;
  private static final int EXPECTED_POINT = 200;

  @Override
  public Field resources() {
    return RESOURCE_METRICS;
  }

  @Override
  public Field scopes() {
    return SCOPE_METRICS;
  }

  @Override
  public Field items() {
    return METRICS;
  }

  @Override
  public Resource resource(MetricData metric) {
    return metric.resource();
  }

  @Override
  public InstrumentationScope scope(MetricData metric) {
    return metric.instrumentationScope();
  }

  @Override
  public void write(MessageWriter out, MetricData metric) {
    out.stringUnlessEmpty(NAME, metric.name());
    out.stringUnlessEmpty(DESCRIPTION, metric.description());
    out.stringUnlessEmpty(UNIT, metric.unit());
    int mark = out.begin(data(metric), EXPECTED_POINTS);
    points(out, metric.points());
    aggregation(out, metric);
    out.end(mark);
  }

  private static Field data(MetricData metric) {
    return switch (metric.type()) {
      case GAUGE -> GAUGE;
      case SUM -> SUM;
      case HISTOGRAM -> HISTOGRAM;
      case EXPONENTIAL_HISTOGRAM -> EXPONENTIAL_HISTOGRAM;
    };
  }

  /** By index: an iterator a metric is what a collection need not leave behind. */
  private static void points(MessageWriter out, List<? extends MetricPoint> points) {
    out.beginList(DATA_POINTS);
    for (int i = 0; i < points.size(); i++) {
      int mark = out.beginElement(DATA_POINTS, EXPECTED_POINT);
      PointFields.write(out, points.get(i));
      out.end(mark);
    }
    out.endList();
  }

  private static void aggregation(MessageWriter out, MetricData metric) {
    switch (metric.type()) {
      case GAUGE -> {}
      case SUM -> {
        temporality(out, metric.temporality());
        if (metric.monotonic()) {
          out.bool(MONOTONIC, true);
        }
      }
      case HISTOGRAM, EXPONENTIAL_HISTOGRAM -> temporality(out, metric.temporality());
    }
  }

  private static void temporality(MessageWriter out, Temporality temporality) {
    out.number(TEMPORALITY, temporality == Temporality.DELTA ? DELTA : CUMULATIVE);
  }
}
