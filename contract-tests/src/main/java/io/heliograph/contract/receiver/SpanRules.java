package io.heliograph.contract.receiver;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules for spans: well-formed and unique ids, a name, an end that is not before the start. */
final class SpanRules extends IdRules {

  private final Set<ByteString> ids = new HashSet<>();

  SpanRules(List<String> violations) {
    super(violations);
  }

  void check(ExportTraceServiceRequest request) {
    request.getResourceSpansList().stream()
        .flatMap(group -> group.getScopeSpansList().stream())
        .flatMap(group -> group.getSpansList().stream())
        .forEach(this::check);
  }

  private void check(Span span) {
    String what = "span \"" + span.getName() + "\"";
    checkId(what + " trace_id", span.getTraceId(), TRACE_ID_BYTES);
    checkId(what + " span_id", span.getSpanId(), SPAN_ID_BYTES);
    if (!span.getParentSpanId().isEmpty()) {
      checkId(what + " parent_span_id", span.getParentSpanId(), SPAN_ID_BYTES);
    }
    span.getLinksList().forEach(link -> checkLink(what + " link", link));
    require(!span.getName().isEmpty(), what + " has no name");
    require(!span.getParentSpanId().equals(span.getSpanId()), what + " is its own parent");
    require(span.getStartTimeUnixNano() > 0, what + " has no start time");
    require(
        span.getEndTimeUnixNano() >= span.getStartTimeUnixNano(), what + " ends before it starts");
    require(ids.add(span.getSpanId()), what + " has a span_id that is twice in the request");
  }

  private void checkLink(String what, Span.Link link) {
    checkId(what + " trace_id", link.getTraceId(), TRACE_ID_BYTES);
    checkId(what + " span_id", link.getSpanId(), SPAN_ID_BYTES);
  }
}
