package io.heliograph.internal.otlp;

import io.heliograph.export.InstrumentationScope;
import io.heliograph.export.ReadableSpan;
import io.heliograph.export.Resource;
import io.heliograph.export.SpanEvent;
import io.heliograph.export.SpanLink;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.util.List;

/** A finished span of given values. */
public record TestSpan(
    SpanContext spanContext,
    SpanContext parentSpanContext,
    String name,
    SpanKind kind,
    long startEpochNanos,
    long endEpochNanos,
    Attributes attributes,
    List<SpanEvent> events,
    List<SpanLink> links,
    StatusCode statusCode,
    String statusDescription,
    int droppedAttributes,
    int droppedEvents,
    int droppedLinks,
    InstrumentationScope instrumentationScope,
    Resource resource)
    implements ReadableSpan {

  public static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";
  public static final String SPAN_ID = "b7ad6b7169203331";

  private static final Resource SHOP =
      Resource.of(Attributes.of(AttributeKey.stringKey("service.name"), "shop"));

  @Override
  public boolean hasEnded() {
    return true;
  }

  /** A root span of 1.5 ms with nothing but a name and attributes. */
  public static TestSpan of(String name, Attributes attributes) {
    return new TestSpan(
        SpanContext.create(TRACE_ID, SPAN_ID, TraceFlags.getSampled(), TraceState.getDefault()),
        SpanContext.getInvalid(),
        name,
        SpanKind.INTERNAL,
        1_700_000_000_000_000_000L,
        1_700_000_000_001_500_000L,
        attributes,
        List.of(),
        List.of(),
        StatusCode.UNSET,
        "",
        0,
        0,
        0,
        InstrumentationScope.of("test"),
        SHOP);
  }

  public static TestSpan of(String name) {
    return of(name, Attributes.empty());
  }
}
