package io.heliograph.internal.metrics;

import com.google.protobuf.ByteString;
import io.heliograph.export.Exemplar;
import io.heliograph.export.ExponentialPoint;
import io.heliograph.export.HistogramPoint;
import io.heliograph.export.MetricData;
import io.heliograph.export.MetricPoint;
import io.heliograph.export.NumberPoint;
import io.heliograph.export.Temporality;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds requests, of one scope, with the classes that protoc generates. */
final class MetricOracle {

  private MetricOracle() {}

  static ExportMetricsServiceRequest request(List<MetricData> metrics) {
    ExportMetricsServiceRequest.Builder request = ExportMetricsServiceRequest.newBuilder();
    var resource = request.addResourceMetricsBuilder();
    resource
        .getResourceBuilder()
        .addAllAttributes(attributes(metrics.get(0).resource().attributes()));
    resource.setSchemaUrl(schema(metrics.get(0).resource().schemaUrl()));
    var scope = resource.addScopeMetricsBuilder();
    scope.setSchemaUrl(schema(metrics.get(0).instrumentationScope().schemaUrl()));
    scope.getScopeBuilder().setName(metrics.get(0).instrumentationScope().name());
    metrics.forEach(metric -> scope.addMetrics(metric(metric)));
    return request.build();
  }

  private static String schema(@Nullable String url) {
    return url == null ? "" : url;
  }

  private static Metric metric(MetricData metric) {
    Metric.Builder builder =
        Metric.newBuilder()
            .setName(metric.name())
            .setDescription(metric.description())
            .setUnit(metric.unit());
    AggregationTemporality temporality =
        metric.temporality() == Temporality.DELTA
            ? AggregationTemporality.AGGREGATION_TEMPORALITY_DELTA
            : AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE;
    for (MetricPoint point : metric.points()) {
      switch (metric.type()) {
        case GAUGE -> builder.getGaugeBuilder().addDataPoints(number((NumberPoint) point));
        case SUM ->
            builder
                .getSumBuilder()
                .setIsMonotonic(metric.monotonic())
                .setAggregationTemporality(temporality)
                .addDataPoints(number((NumberPoint) point));
        case HISTOGRAM ->
            builder
                .getHistogramBuilder()
                .setAggregationTemporality(temporality)
                .addDataPoints(histogram((HistogramPoint) point));
        case EXPONENTIAL_HISTOGRAM ->
            builder
                .getExponentialHistogramBuilder()
                .setAggregationTemporality(temporality)
                .addDataPoints(exponential((ExponentialPoint) point));
      }
    }
    return builder.build();
  }

  private static NumberDataPoint number(NumberPoint point) {
    NumberDataPoint.Builder builder =
        NumberDataPoint.newBuilder()
            .addAllAttributes(attributes(point.attributes()))
            .setStartTimeUnixNano(point.startEpochNanos())
            .setTimeUnixNano(point.epochNanos());
    point.exemplars().forEach(exemplar -> builder.addExemplars(exemplar(exemplar)));
    return point.isLong()
        ? builder.setAsInt(point.longValue()).build()
        : builder.setAsDouble(point.doubleValue()).build();
  }

  private static HistogramDataPoint histogram(HistogramPoint point) {
    HistogramDataPoint.Builder builder =
        HistogramDataPoint.newBuilder()
            .addAllAttributes(attributes(point.attributes()))
            .setStartTimeUnixNano(point.startEpochNanos())
            .setTimeUnixNano(point.epochNanos())
            .setCount(point.count())
            .setSum(point.sum())
            .setMin(point.min())
            .setMax(point.max());
    for (int i = 0; i < point.buckets(); i++) {
      builder.addBucketCounts(point.bucketCount(i));
      if (i > 0) {
        builder.addExplicitBounds(point.boundary(i - 1));
      }
    }
    point.exemplars().forEach(exemplar -> builder.addExemplars(exemplar(exemplar)));
    return builder.build();
  }

  private static ExponentialHistogramDataPoint exponential(ExponentialPoint point) {
    ExponentialHistogramDataPoint.Builder builder =
        ExponentialHistogramDataPoint.newBuilder()
            .addAllAttributes(attributes(point.attributes()))
            .setStartTimeUnixNano(point.startEpochNanos())
            .setTimeUnixNano(point.epochNanos())
            .setCount(point.count())
            .setSum(point.sum())
            .setScale(point.scale())
            .setZeroCount(point.zeroCount())
            .setMin(point.min())
            .setMax(point.max());
    if (point.positive().size() > 0) {
      builder.getPositiveBuilder().setOffset(point.positive().offset());
      for (int i = 0; i < point.positive().size(); i++) {
        builder.getPositiveBuilder().addBucketCounts(point.positive().count(i));
      }
    }
    point.exemplars().forEach(exemplar -> builder.addExemplars(exemplar(exemplar)));
    return builder.build();
  }

  private static io.opentelemetry.proto.metrics.v1.Exemplar exemplar(Exemplar exemplar) {
    var builder =
        io.opentelemetry.proto.metrics.v1.Exemplar.newBuilder()
            .setTimeUnixNano(exemplar.epochNanos())
            .addAllFilteredAttributes(attributes(exemplar.filteredAttributes()));
    if (exemplar.spanContext().isValid()) {
      builder
          .setTraceId(ByteString.copyFrom(exemplar.spanContext().getTraceIdBytes()))
          .setSpanId(ByteString.copyFrom(exemplar.spanContext().getSpanIdBytes()));
    }
    return exemplar.value() instanceof Long whole
        ? builder.setAsInt(whole).build()
        : builder.setAsDouble(exemplar.value().doubleValue()).build();
  }

  private static List<KeyValue> attributes(Attributes attributes) {
    List<KeyValue> list = new ArrayList<>();
    attributes.forEach(
        (key, value) ->
            list.add(
                KeyValue.newBuilder()
                    .setKey(key.getKey())
                    .setValue(
                        value instanceof Boolean truth
                            ? AnyValue.newBuilder().setBoolValue(truth)
                            : AnyValue.newBuilder().setStringValue(value.toString()))
                    .build()));
    return list;
  }
}
