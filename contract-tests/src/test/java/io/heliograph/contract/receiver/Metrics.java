package io.heliograph.contract.receiver;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.Exemplar;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import java.util.List;

/** Well-formed metrics and requests, to be spoiled by tests. */
final class Metrics {

  static final AggregationTemporality CUMULATIVE =
      AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE;
  static final AggregationTemporality DELTA = AggregationTemporality.AGGREGATION_TEMPORALITY_DELTA;
  static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";
  static final String SPAN_ID = "b7ad6b7169203331";

  private Metrics() {}

  static Metric.Builder gauge() {
    Metric.Builder metric = metric("cpu.load").setUnit("1");
    metric.getGaugeBuilder().addDataPointsBuilder().setTimeUnixNano(200).setAsDouble(0.5);
    return metric;
  }

  static Metric.Builder counter(
      AggregationTemporality temporality, long start, long time, long value) {
    Metric.Builder metric = metric("orders").setUnit("{order}").setDescription("Orders placed");
    metric
        .getSumBuilder()
        .setIsMonotonic(true)
        .setAggregationTemporality(temporality)
        .addDataPoints(number(start, time, value));
    return metric;
  }

  static NumberDataPoint.Builder number(long start, long time, long value) {
    return NumberDataPoint.newBuilder()
        .addAttributes(Spans.attribute("product", "telescope"))
        .setStartTimeUnixNano(start)
        .setTimeUnixNano(time)
        .setAsInt(value)
        .addExemplars(exemplar(time));
  }

  static Metric.Builder histogram() {
    return histogram(
        HistogramDataPoint.newBuilder()
            .addAttributes(Spans.attribute("http.route", "/orders"))
            .setStartTimeUnixNano(100)
            .setTimeUnixNano(200)
            .setCount(3)
            .setSum(9)
            .setMin(1)
            .setMax(5)
            .addAllExplicitBounds(List.of(2.0, 4.0))
            .addAllBucketCounts(List.of(1L, 1L, 1L))
            .addExemplars(exemplar(150)));
  }

  static Metric.Builder histogram(HistogramDataPoint.Builder point) {
    Metric.Builder metric = metric("http.server.request.duration").setUnit("s");
    metric.getHistogramBuilder().setAggregationTemporality(CUMULATIVE).addDataPoints(point);
    return metric;
  }

  static Metric.Builder exponentialHistogram() {
    Metric.Builder metric = metric("payload").setUnit("By");
    ExponentialHistogramDataPoint.Builder point =
        metric
            .getExponentialHistogramBuilder()
            .setAggregationTemporality(CUMULATIVE)
            .addDataPointsBuilder()
            .setStartTimeUnixNano(100)
            .setTimeUnixNano(200)
            .setCount(7)
            .setSum(9)
            .setScale(-2)
            .setZeroCount(1)
            .setZeroThreshold(0.25);
    point.getPositiveBuilder().setOffset(-3).addAllBucketCounts(List.of(1L, 0L, 2L));
    point.getNegativeBuilder().setOffset(4).addBucketCounts(3);
    return metric;
  }

  static Exemplar.Builder exemplar(long time) {
    return Exemplar.newBuilder()
        .setTimeUnixNano(time)
        .setAsDouble(3.5)
        .setTraceId(Spans.bytes(TRACE_ID))
        .setSpanId(Spans.bytes(SPAN_ID))
        .addFilteredAttributes(Spans.attribute("user", "7"));
  }

  /** Sends a histogram with one exemplar, of that span. */
  static void send(OtlpReceiver receiver, String traceId, String spanId) {
    Metric.Builder metric = histogram();
    metric
        .getHistogramBuilder()
        .getDataPointsBuilder(0)
        .getExemplarsBuilder(0)
        .setTraceId(Spans.bytes(traceId))
        .setSpanId(Spans.bytes(spanId));
    Sender.sendGrpc(receiver, Signal.METRICS, request(metric).toByteArray());
  }

  static ExportMetricsServiceRequest request(Metric.Builder... metrics) {
    ScopeMetrics.Builder group = ScopeMetrics.newBuilder();
    group.getScopeBuilder().setName("com.acme.shop");
    for (Metric.Builder metric : metrics) {
      group.addMetrics(metric);
    }
    return ExportMetricsServiceRequest.newBuilder()
        .addResourceMetrics(
            ResourceMetrics.newBuilder().setResource(Spans.shop()).addScopeMetrics(group))
        .build();
  }

  private static Metric.Builder metric(String name) {
    return Metric.newBuilder().setName(name);
  }
}
