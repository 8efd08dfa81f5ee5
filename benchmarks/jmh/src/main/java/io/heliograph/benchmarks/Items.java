package io.heliograph.benchmarks;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.metrics.v1.Exemplar;
import io.opentelemetry.proto.metrics.v1.Histogram;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.Sum;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Items of the benchmarks' scope, without what differs from run to run. */
final class Items {

  private static final int SAMPLED = 1;

  /** Measures real time. */
  private static final String REQUEST_DURATION = "http.server.request.duration";

  /** Only ours records it; the official one asks for an incubating artifact. */
  private static final String ACTIVE_REQUESTS = "http.server.active_requests";

  private static final ByteString REMOTE = ByteString.copyFrom(SpanWork.REMOTE.getSpanIdBytes());

  /** In place of the id of a parent that the work has made itself. */
  private static final ByteString HERE = ByteString.copyFromUtf8("here");

  private Items() {}

  static Stream<Message> spans(ExportTraceServiceRequest request) {
    return request.getResourceSpansList().stream()
        .flatMap(resource -> resource.getScopeSpansList().stream())
        .filter(scope -> scope.getScope().getName().equals(SpanWork.SCOPE))
        .flatMap(scope -> scope.getSpansList().stream())
        .map(Items::plain);
  }

  private static Message plain(Span span) {
    ByteString parent = span.getParentSpanId();
    return span.toBuilder()
        .setParentSpanId(parent.isEmpty() || parent.equals(REMOTE) ? parent : HERE)
        .clearTraceId()
        .clearSpanId()
        .clearStartTimeUnixNano()
        .clearEndTimeUnixNano()
        .setFlags(span.getFlags() & SAMPLED)
        .setStatus(span.getStatus()) // One side says that it is unset, the other leaves it out.
        .clearAttributes()
        .addAllAttributes(sorted(span.getAttributesList()))
        .build();
  }

  static Stream<Message> logRecords(ExportLogsServiceRequest request) {
    return request.getResourceLogsList().stream()
        .flatMap(resource -> resource.getScopeLogsList().stream())
        .filter(scope -> scope.getScope().getName().equals(SpanWork.SCOPE))
        .flatMap(scope -> scope.getLogRecordsList().stream())
        .map(Items::plain);
  }

  private static Message plain(LogRecord record) {
    return record.toBuilder()
        .clearObservedTimeUnixNano()
        .clearAttributes()
        .addAllAttributes(sorted(record.getAttributesList()))
        .build();
  }

  static Stream<Message> points(ExportMetricsServiceRequest request) {
    return request.getResourceMetricsList().stream()
        .flatMap(resource -> resource.getScopeMetricsList().stream())
        .filter(scope -> scope.getScope().getName().equals(SpanWork.SCOPE))
        .flatMap(scope -> scope.getMetricsList().stream())
        .filter(metric -> !metric.getName().equals(ACTIVE_REQUESTS))
        .flatMap(Items::points);
  }

  /** Each point as a metric of its own. */
  private static Stream<Message> points(Metric metric) {
    Metric.Builder alone = Metric.newBuilder().setName(metric.getName()).setUnit(metric.getUnit());
    boolean timed = metric.getName().equals(REQUEST_DURATION);
    Sum sum = metric.getSum();
    Histogram histogram = metric.getHistogram();
    return Stream.concat(
        sum.getDataPointsList().stream()
            .map(point -> sum.toBuilder().clearDataPoints().addDataPoints(plain(point)))
            .map(point -> alone.setSum(point).build()),
        histogram.getDataPointsList().stream()
            .map(point -> plain(point, timed))
            .map(point -> histogram.toBuilder().clearDataPoints().addDataPoints(point))
            .map(point -> alone.setHistogram(point).build()));
  }

  private static NumberDataPoint plain(NumberDataPoint point) {
    return point.toBuilder()
        .clearStartTimeUnixNano()
        .clearTimeUnixNano()
        .clearAttributes()
        .addAllAttributes(sorted(point.getAttributesList()))
        .build();
  }

  private static HistogramDataPoint plain(HistogramDataPoint point, boolean timed) {
    HistogramDataPoint.Builder plain =
        point.toBuilder()
            .clearStartTimeUnixNano()
            .clearTimeUnixNano()
            .clearExemplars()
            .clearAttributes()
            .addAllAttributes(sorted(point.getAttributesList()));
    if (point.getExemplarsCount() > 0) {
      plain.addExemplars(Exemplar.getDefaultInstance()); // Which ones is chance.
    }
    if (timed) {
      plain.clearBucketCounts().clearSum().clearMin().clearMax();
    }
    return plain.build();
  }

  private static List<KeyValue> sorted(List<KeyValue> attributes) {
    return attributes.stream().sorted(Comparator.comparing(KeyValue::getKey)).toList();
  }
}
