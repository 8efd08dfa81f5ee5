package io.heliograph.contract.receiver;

import io.heliograph.contract.receiver.ReceivedMetric.Kind;
import io.heliograph.contract.receiver.ReceivedMetric.Temporality;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.resource.v1.Resource;
import java.util.ArrayList;
import java.util.List;

/** Turns an export request into received metrics; leaves out those of no known kind. */
final class MetricDecoder {

  private MetricDecoder() {}

  static List<ReceivedMetric> decode(ExportMetricsServiceRequest request) {
    List<ReceivedMetric> metrics = new ArrayList<>();
    for (ResourceMetrics resourceMetrics : request.getResourceMetricsList()) {
      for (ScopeMetrics scopeMetrics : resourceMetrics.getScopeMetricsList()) {
        ReceivedSpan.Scope scope =
            SpanDecoder.scope(scopeMetrics.getScope(), scopeMetrics.getSchemaUrl());
        for (Metric metric : scopeMetrics.getMetricsList()) {
          decode(resourceMetrics.getResource(), scope, metric, metrics);
        }
      }
    }
    return metrics;
  }

  private static void decode(
      Resource resource, ReceivedSpan.Scope scope, Metric metric, List<ReceivedMetric> out) {
    switch (metric.getDataCase()) {
      case GAUGE -> out.add(gauge(resource, scope, metric));
      case SUM -> out.add(sum(resource, scope, metric));
      case HISTOGRAM -> out.add(histogram(resource, scope, metric));
      case EXPONENTIAL_HISTOGRAM -> out.add(exponentialHistogram(resource, scope, metric));
      // The rules refuse the others.
      case SUMMARY, DATA_NOT_SET -> {}
    }
  }

  private static ReceivedMetric gauge(Resource resource, ReceivedSpan.Scope scope, Metric metric) {
    List<ReceivedPoint> points = PointDecoder.numbers(metric.getGauge().getDataPointsList());
    return metric(resource, scope, metric, Kind.GAUGE, Temporality.NONE, false, points);
  }

  private static ReceivedMetric sum(Resource resource, ReceivedSpan.Scope scope, Metric metric) {
    return metric(
        resource,
        scope,
        metric,
        Kind.SUM,
        temporality(metric.getSum().getAggregationTemporality()),
        metric.getSum().getIsMonotonic(),
        PointDecoder.numbers(metric.getSum().getDataPointsList()));
  }

  private static ReceivedMetric histogram(
      Resource resource, ReceivedSpan.Scope scope, Metric metric) {
    return metric(
        resource,
        scope,
        metric,
        Kind.HISTOGRAM,
        temporality(metric.getHistogram().getAggregationTemporality()),
        false,
        PointDecoder.histograms(metric.getHistogram().getDataPointsList()));
  }

  private static ReceivedMetric exponentialHistogram(
      Resource resource, ReceivedSpan.Scope scope, Metric metric) {
    return metric(
        resource,
        scope,
        metric,
        Kind.EXPONENTIAL_HISTOGRAM,
        temporality(metric.getExponentialHistogram().getAggregationTemporality()),
        false,
        PointDecoder.exponentialHistograms(metric.getExponentialHistogram().getDataPointsList()));
  }

  private static ReceivedMetric metric(
      Resource resource,
      ReceivedSpan.Scope scope,
      Metric metric,
      Kind kind,
      Temporality temporality,
      boolean monotonic,
      List<ReceivedPoint> points) {
    return new ReceivedMetric(
        AttributeValues.toMap(resource.getAttributesList()),
        scope,
        metric.getName(),
        metric.getDescription(),
        metric.getUnit(),
        kind,
        temporality,
        monotonic,
        points);
  }

  private static Temporality temporality(AggregationTemporality temporality) {
    return switch (temporality) {
      case AGGREGATION_TEMPORALITY_DELTA -> Temporality.DELTA;
      case AGGREGATION_TEMPORALITY_CUMULATIVE -> Temporality.CUMULATIVE;
      default -> Temporality.NONE;
    };
  }
}
