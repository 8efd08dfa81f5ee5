package io.heliograph.contract.receiver;

import com.google.protobuf.ByteString;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Turns a valid export request into received spans. */
final class SpanDecoder {

  private SpanDecoder() {}

  static List<ReceivedSpan> decode(ExportTraceServiceRequest request) {
    List<ReceivedSpan> spans = new ArrayList<>();
    for (ResourceSpans resourceSpans : request.getResourceSpansList()) {
      for (ScopeSpans scopeSpans : resourceSpans.getScopeSpansList()) {
        ReceivedSpan.Scope scope = scope(scopeSpans.getScope(), scopeSpans.getSchemaUrl());
        for (Span span : scopeSpans.getSpansList()) {
          spans.add(span(resourceSpans.getResource(), scope, span));
        }
      }
    }
    return spans;
  }

  static ReceivedSpan.Scope scope(InstrumentationScope scope, String schemaUrl) {
    return new ReceivedSpan.Scope(
        scope.getName(),
        scope.getVersion(),
        AttributeValues.toMap(scope.getAttributesList()),
        schemaUrl);
  }

  private static ReceivedSpan span(Resource resource, ReceivedSpan.Scope scope, Span span) {
    return new ReceivedSpan(
        AttributeValues.toMap(resource.getAttributesList()),
        scope,
        hex(span.getTraceId()),
        hex(span.getSpanId()),
        hex(span.getParentSpanId()),
        span.getTraceState(),
        span.getFlags(),
        span.getName(),
        kind(span.getKind()),
        span.getStartTimeUnixNano(),
        span.getEndTimeUnixNano(),
        AttributeValues.toMap(span.getAttributesList()),
        span.getDroppedAttributesCount(),
        span.getEventsList().stream().map(SpanDecoder::event).toList(),
        span.getDroppedEventsCount(),
        span.getLinksList().stream().map(SpanDecoder::link).toList(),
        span.getDroppedLinksCount(),
        status(span.getStatus()),
        span.getStatus().getMessage());
  }

  private static ReceivedSpan.Event event(Span.Event event) {
    return new ReceivedSpan.Event(
        event.getName(),
        event.getTimeUnixNano(),
        AttributeValues.toMap(event.getAttributesList()),
        event.getDroppedAttributesCount());
  }

  private static ReceivedSpan.Link link(Span.Link link) {
    return new ReceivedSpan.Link(
        hex(link.getTraceId()),
        hex(link.getSpanId()),
        link.getTraceState(),
        link.getFlags(),
        AttributeValues.toMap(link.getAttributesList()),
        link.getDroppedAttributesCount());
  }

  private static SpanKind kind(Span.SpanKind kind) {
    return switch (kind) {
      case SPAN_KIND_SERVER -> SpanKind.SERVER;
      case SPAN_KIND_CLIENT -> SpanKind.CLIENT;
      case SPAN_KIND_PRODUCER -> SpanKind.PRODUCER;
      case SPAN_KIND_CONSUMER -> SpanKind.CONSUMER;
      default -> SpanKind.INTERNAL;
    };
  }

  private static StatusCode status(Status status) {
    return switch (status.getCode()) {
      case STATUS_CODE_OK -> StatusCode.OK;
      case STATUS_CODE_ERROR -> StatusCode.ERROR;
      default -> StatusCode.UNSET;
    };
  }

  static String hex(ByteString id) {
    return HexFormat.of().formatHex(id.toByteArray());
  }
}
