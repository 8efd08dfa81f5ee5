package io.heliograph.samples.runner;

import io.heliograph.contract.receiver.PointData;
import io.heliograph.contract.receiver.ReceivedExemplar;
import io.heliograph.contract.receiver.ReceivedLogRecord;
import io.heliograph.contract.receiver.ReceivedMetric;
import io.heliograph.contract.receiver.ReceivedPoint;
import io.heliograph.contract.receiver.ReceivedSpan;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.List;
import java.util.Map;

/** What a service might have sent. */
final class Made {

  static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  private Made() {}

  static ReceivedSpan span(String service, SpanKind kind, String id, String parent, String name) {
    return new ReceivedSpan(
        Map.of("service.name", service),
        scope("test"),
        TRACE,
        id,
        parent,
        "",
        1,
        name,
        kind,
        1_000_000,
        3_000_000,
        Map.of(),
        0,
        List.of(),
        0,
        List.of(),
        0,
        StatusCode.UNSET,
        "");
  }

  /** Of a logger of the shop; without a trace if the span id is empty. */
  static ReceivedLogRecord log(String service, String spanId, String severity, String text) {
    return log(service, spanId, severity, text, "com.acme.shop.Desk");
  }

  static ReceivedLogRecord log(
      String service, String spanId, String severity, String text, String logger) {
    return new ReceivedLogRecord(
        Map.of("service.name", service),
        scope(logger),
        2_000_000,
        2_000_000,
        9,
        severity,
        text,
        Map.of(),
        0,
        0,
        spanId.isEmpty() ? "" : TRACE,
        spanId,
        "");
  }

  /** The requests to one route, with an exemplar of that span. */
  static ReceivedMetric requests(String service, long count, String traceId, String spanId) {
    ReceivedPoint point =
        new ReceivedPoint(
            Map.of(
                "http.request.method", "POST",
                "http.route", "/orders",
                "http.response.status_code", 201L),
            1,
            4_000_000,
            0,
            new PointData.Histogram(
                count, new PointData.Extent(0.5, 0.002, 0.25), List.of(), List.of(count)),
            List.of(
                new ReceivedExemplar(
                    2_000_000, new PointData.DoubleValue(0.002), traceId, spanId, Map.of())));
    return new ReceivedMetric(
        Map.of("service.name", service),
        scope("test"),
        "http.server.request.duration",
        "",
        "s",
        ReceivedMetric.Kind.HISTOGRAM,
        ReceivedMetric.Temporality.CUMULATIVE,
        false,
        List.of(point));
  }

  private static ReceivedSpan.Scope scope(String name) {
    return new ReceivedSpan.Scope(name, "", Map.of(), "");
  }
}
