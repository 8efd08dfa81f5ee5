package io.heliograph.internal.otlp;

import io.heliograph.export.InstrumentationScope;
import io.heliograph.export.ReadableSpan;
import io.heliograph.export.Resource;
import io.heliograph.export.SpanEvent;
import io.heliograph.export.SpanLink;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceState;
import java.util.List;

/**
 * A span as OTLP's trace.proto describes it.
 *
 * @see <a
 *     href="https://github.com/open-telemetry/opentelemetry-proto/blob/main/opentelemetry/proto/trace/v1/trace.proto">trace.proto</a>
 */
final class SpanMessage implements SignalMessage<ReadableSpan> {

  private static final Field RESOURCE_SPANS = new Field(1, "resourceSpans");
  private static final Field SCOPE_SPANS = new Field(2, "scopeSpans");
  private static final Field SPANS = new Field(2, "spans");

  private static final Field TRACE_ID = new Field(1, "traceId");
  private static final Field SPAN_ID = new Field(2, "spanId");
  private static final Field TRACE_STATE = new Field(3, "traceState");
  private static final Field PARENT_SPAN_ID = new Field(4, "parentSpanId");
  private static final Field NAME = new Field(5, "name");
  private static final Field KIND = new Field(6, "kind");
  private static final Field START = new Field(7, "startTimeUnixNano");
  private static final Field END = new Field(8, "endTimeUnixNano");
  private static final Field ATTRIBUTES = new Field(9, "attributes");
  private static final Field DROPPED_ATTRIBUTES = new Field(10, "droppedAttributesCount");
  private static final Field EVENTS = new Field(11, "events");
  private static final Field DROPPED_EVENTS = new Field(12, "droppedEventsCount");
  private static final Field LINKS = new Field(13, "links");
  private static final Field DROPPED_LINKS = new Field(14, "droppedLinksCount");
  private static final Field STATUS = new Field(15, "status");
  private static final Field FLAGS = new Field(16, "flags");

  private static final Field EVENT_TIME = new Field(1, "timeUnixNano");
  private static final Field EVENT_NAME = new Field(2, "name");
  private static final Field EVENT_ATTRIBUTES = new Field(3, "attributes");
  private static final Field EVENT_DROPPED_ATTRIBUTES = new Field(4, "droppedAttributesCount");

  private static final Field LINK_ATTRIBUTES = new Field(4, "attributes");
  private static final Field LINK_DROPPED_ATTRIBUTES = new Field(5, "droppedAttributesCount");
  private static final Field LINK_FLAGS = new Field(6, "flags");

  private static final Field STATUS_MESSAGE = new Field(2, "message");
  private static final Field STATUS_CODE = new Field(3, "code");

  /** Says that the next bit is known. */
  private static final int HAS_IS_REMOTE = 0x100;

  private static final int IS_REMOTE = 0x200;

  private static final int EXPECTED_EVENT = 200;
  private static final int EXPECTED_LINK = 100;
  private static final int EXPECTED_STATUS = 20;

  @Override
  public Field resources() {
    return RESOURCE_SPANS;
  }

  @Override
  public Field scopes() {
    return SCOPE_SPANS;
  }

  @Override
  public Field items() {
    return SPANS;
  }

  @Override
  public Resource resource(ReadableSpan span) {
    return span.resource();
  }

  @Override
  public InstrumentationScope scope(ReadableSpan span) {
    return span.instrumentationScope();
  }

  @Override
  public void write(MessageWriter out, ReadableSpan span) {
    SpanContext context = span.spanContext();
    SpanContext parent = span.parentSpanContext();
    ids(out, context);
    if (parent.isValid()) {
      IdFields.span(out, PARENT_SPAN_ID, parent);
    }
    out.fixed32(FLAGS, flags(context, parent.isRemote()));
    if (!span.name().isEmpty()) {
      out.name(NAME, span.name());
    }
    out.number(KIND, kind(span.kind()));
    out.fixed64(START, span.startEpochNanos());
    out.fixed64(END, span.endEpochNanos());
    AttributeFields.write(out, ATTRIBUTES, span.attributes());
    out.numberUnlessZero(DROPPED_ATTRIBUTES, span.droppedAttributes());
    events(out, span.events());
    out.numberUnlessZero(DROPPED_EVENTS, span.droppedEvents());
    links(out, span.links());
    out.numberUnlessZero(DROPPED_LINKS, span.droppedLinks());
    status(out, span);
  }

  private static void events(MessageWriter out, List<SpanEvent> events) {
    if (events.isEmpty()) {
      return;
    }
    out.beginList(EVENTS);
    for (SpanEvent event : events) {
      int mark = out.beginElement(EVENTS, EXPECTED_EVENT);
      out.fixed64(EVENT_TIME, event.epochNanos());
      out.stringUnlessEmpty(EVENT_NAME, event.name());
      AttributeFields.write(out, EVENT_ATTRIBUTES, event.attributes());
      out.numberUnlessZero(EVENT_DROPPED_ATTRIBUTES, event.droppedAttributes());
      out.end(mark);
    }
    out.endList();
  }

  private static void links(MessageWriter out, List<SpanLink> links) {
    if (links.isEmpty()) {
      return;
    }
    out.beginList(LINKS);
    for (SpanLink link : links) {
      SpanContext context = link.spanContext();
      int mark = out.beginElement(LINKS, EXPECTED_LINK);
      ids(out, context);
      AttributeFields.write(out, LINK_ATTRIBUTES, link.attributes());
      out.numberUnlessZero(LINK_DROPPED_ATTRIBUTES, link.droppedAttributes());
      out.fixed32(LINK_FLAGS, flags(context, context.isRemote()));
      out.end(mark);
    }
    out.endList();
  }

  /** The first three fields of a span and of a link. */
  private static void ids(MessageWriter out, SpanContext context) {
    IdFields.trace(out, TRACE_ID, context);
    IdFields.span(out, SPAN_ID, context);
    TraceState state = context.getTraceState();
    if (!state.isEmpty()) {
      out.string(TRACE_STATE, text(state));
    }
  }

  private static String text(TraceState state) {
    StringBuilder text = new StringBuilder();
    state.forEach(
        (key, value) ->
            text.append(text.isEmpty() ? "" : ",").append(key).append('=').append(value));
    return text.toString();
  }

  private static int flags(SpanContext context, boolean remote) {
    int w3c = context.getTraceFlags().asByte() & 0xFF;
    return w3c | HAS_IS_REMOTE | (remote ? IS_REMOTE : 0);
  }

  private static void status(MessageWriter out, ReadableSpan span) {
    StatusCode code = span.statusCode();
    if (code != StatusCode.UNSET) {
      int mark = out.begin(STATUS, EXPECTED_STATUS);
      out.stringUnlessEmpty(STATUS_MESSAGE, span.statusDescription());
      out.number(STATUS_CODE, code == StatusCode.OK ? 1 : 2);
      out.end(mark);
    }
  }

  private static int kind(SpanKind kind) {
    return switch (kind) {
      case INTERNAL -> 1;
      case SERVER -> 2;
      case CLIENT -> 3;
      case PRODUCER -> 4;
      case CONSUMER -> 5;
    };
  }
}
