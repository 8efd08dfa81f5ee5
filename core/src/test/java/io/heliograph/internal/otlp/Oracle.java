package io.heliograph.internal.otlp;

import com.google.protobuf.ByteString;
import io.heliograph.export.InstrumentationScope;
import io.heliograph.export.ReadableSpan;
import io.heliograph.export.Resource;
import io.heliograph.export.SpanEvent;
import io.heliograph.export.SpanLink;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Builds requests with the classes that protoc generates from OpenTelemetry's own files. */
final class Oracle {

  private Oracle() {}

  static ExportTraceServiceRequest request(List<ReadableSpan> spans) {
    Map<Resource, Map<InstrumentationScope, List<ReadableSpan>>> groups = new LinkedHashMap<>();
    for (ReadableSpan span : spans) {
      groups
          .computeIfAbsent(span.resource(), key -> new LinkedHashMap<>())
          .computeIfAbsent(span.instrumentationScope(), key -> new ArrayList<>())
          .add(span);
    }
    ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
    groups.forEach((resource, scopes) -> request.addResourceSpans(resource(resource, scopes)));
    return request.build();
  }

  private static ResourceSpans resource(
      Resource resource, Map<InstrumentationScope, List<ReadableSpan>> scopes) {
    ResourceSpans.Builder group =
        ResourceSpans.newBuilder().setSchemaUrl(text(resource.schemaUrl()));
    group.getResourceBuilder().addAllAttributes(attributes(resource.attributes()));
    scopes.forEach((scope, spans) -> group.addScopeSpans(scope(scope, spans)));
    return group.build();
  }

  private static ScopeSpans scope(InstrumentationScope scope, List<ReadableSpan> spans) {
    ScopeSpans.Builder group = ScopeSpans.newBuilder().setSchemaUrl(text(scope.schemaUrl()));
    group
        .getScopeBuilder()
        .setName(scope.name())
        .setVersion(text(scope.version()))
        .addAllAttributes(attributes(scope.attributes()));
    spans.forEach(span -> group.addSpans(span(span)));
    return group.build();
  }

  private static Span span(ReadableSpan span) {
    SpanContext context = span.spanContext();
    SpanContext parent = span.parentSpanContext();
    Span.Builder builder =
        Span.newBuilder()
            .setTraceId(ByteString.copyFrom(context.getTraceIdBytes()))
            .setSpanId(ByteString.copyFrom(context.getSpanIdBytes()))
            .setTraceState(state(context))
            .setFlags(flags(context, parent.isRemote()))
            .setName(span.name())
            .setKindValue(span.kind().ordinal() + 1)
            .setStartTimeUnixNano(span.startEpochNanos())
            .setEndTimeUnixNano(span.endEpochNanos())
            .addAllAttributes(attributes(span.attributes()))
            .setDroppedAttributesCount(span.droppedAttributes())
            .setDroppedEventsCount(span.droppedEvents())
            .setDroppedLinksCount(span.droppedLinks());
    if (parent.isValid()) {
      builder.setParentSpanId(ByteString.copyFrom(parent.getSpanIdBytes()));
    }
    span.events().forEach(event -> builder.addEvents(event(event)));
    span.links().forEach(link -> builder.addLinks(link(link)));
    if (span.statusCode() != StatusCode.UNSET) {
      builder.setStatus(
          Status.newBuilder()
              .setMessage(span.statusDescription())
              .setCodeValue(span.statusCode() == StatusCode.OK ? 1 : 2));
    }
    return builder.build();
  }

  private static Span.Event event(SpanEvent event) {
    return Span.Event.newBuilder()
        .setName(event.name())
        .setTimeUnixNano(event.epochNanos())
        .addAllAttributes(attributes(event.attributes()))
        .setDroppedAttributesCount(event.droppedAttributes())
        .build();
  }

  private static Span.Link link(SpanLink link) {
    SpanContext context = link.spanContext();
    return Span.Link.newBuilder()
        .setTraceId(ByteString.copyFrom(context.getTraceIdBytes()))
        .setSpanId(ByteString.copyFrom(context.getSpanIdBytes()))
        .setTraceState(state(context))
        .addAllAttributes(attributes(link.attributes()))
        .setDroppedAttributesCount(link.droppedAttributes())
        .setFlags(flags(context, context.isRemote()))
        .build();
  }

  private static int flags(SpanContext context, boolean remote) {
    return (context.getTraceFlags().asByte() & 0xFF) + 0x100 + (remote ? 0x200 : 0);
  }

  private static String state(SpanContext context) {
    return context.getTraceState().asMap().entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(","));
  }

  private static List<KeyValue> attributes(Attributes attributes) {
    List<KeyValue> list = new ArrayList<>();
    attributes.forEach(
        (key, value) ->
            list.add(KeyValue.newBuilder().setKey(key.getKey()).setValue(value(value)).build()));
    return list;
  }

  private static AnyValue value(Object value) {
    AnyValue.Builder builder = AnyValue.newBuilder();
    if (value instanceof String text) {
      builder.setStringValue(text);
    } else if (value instanceof Long number) {
      builder.setIntValue(number);
    } else if (value instanceof Double number) {
      builder.setDoubleValue(number);
    } else if (value instanceof Boolean truth) {
      builder.setBoolValue(truth);
    } else {
      ArrayValue.Builder array = builder.getArrayValueBuilder();
      ((List<?>) value).forEach(element -> array.addValues(value(element)));
    }
    return builder.build();
  }

  private static String text(String orNull) {
    return orNull == null ? "" : orNull;
  }
}
