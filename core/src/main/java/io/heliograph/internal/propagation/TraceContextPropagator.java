package io.heliograph.internal.propagation;

import static io.heliograph.internal.propagation.RemoteParent.SPAN_ID_LENGTH;
import static io.heliograph.internal.propagation.RemoteParent.TRACE_ID_LENGTH;

import io.heliograph.internal.context.HexId;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * W3C Trace Context Level 2: {@code traceparent} and {@code tracestate}.
 *
 * <p>An invalid or repeated traceparent leaves the context as it was, tracestate included; an
 * invalid tracestate costs only itself. Immutable.
 */
final class TraceContextPropagator implements TextMapPropagator {

  static final String TRACEPARENT = "traceparent";
  static final String TRACESTATE = "tracestate";

  private static final int TRACE_ID = 3;
  private static final int SPAN_ID = TRACE_ID + TRACE_ID_LENGTH + 1;
  private static final int FLAGS = SPAN_ID + SPAN_ID_LENGTH + 1;
  private static final int LENGTH = FLAGS + 2;
  private static final int INVALID_VERSION = 0xff;
  // Sampled and random; Level 2 asks to clear the flags it does not define.
  private static final int KNOWN_FLAGS = 0x03;

  @Override
  public Collection<String> fields() {
    return List.of(TRACEPARENT, TRACESTATE);
  }

  @Override
  public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
    SpanContext span = Span.fromContext(context).getSpanContext();
    if (!span.isValid()) {
      return;
    }
    String flags = knownFlags(span.getTraceFlags().asByte()).asHex();
    setter.set(
        carrier, TRACEPARENT, "00-" + span.getTraceId() + "-" + span.getSpanId() + "-" + flags);
    String state = HeaderTraceState.of(span.getTraceState()).header();
    if (!state.isEmpty()) {
      setter.set(carrier, TRACESTATE, state);
    }
  }

  @Override
  public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
    Iterator<String> parents = HeaderValues.of(carrier, getter, TRACEPARENT);
    if (!parents.hasNext()) {
      return context;
    }
    String parent = parents.next();
    if (parents.hasNext()) {
      return context;
    }
    int from = Ascii.trimStart(parent, 0, parent.length());
    int to = Ascii.trimEnd(parent, from, parent.length());
    if (!isValid(parent, from, to)) {
      return context;
    }
    return RemoteParent.in(
        context,
        HexId.bits(parent, from + TRACE_ID),
        HexId.bits(parent, from + TRACE_ID + HexId.DIGITS),
        HexId.bits(parent, from + SPAN_ID),
        knownFlags(Ascii.hexByte(parent, from + FLAGS)),
        TraceStateParser.parse(HeaderValues.of(carrier, getter, TRACESTATE)));
  }

  private static boolean isValid(String parent, int from, int to) {
    return to - from >= LENGTH
        && isLengthOfItsVersion(parent, from, to)
        && parent.charAt(from + TRACE_ID - 1) == '-'
        && Ascii.isId(parent, from + TRACE_ID, from + SPAN_ID - 1)
        && parent.charAt(from + SPAN_ID - 1) == '-'
        && Ascii.isId(parent, from + SPAN_ID, from + FLAGS - 1)
        && parent.charAt(from + FLAGS - 1) == '-'
        && Ascii.hexByte(parent, from + FLAGS) >= 0;
  }

  // Version 00 ends after the flags; a later one may go on after a dash. A comma is what a carrier
  // without getAll makes of two headers.
  private static boolean isLengthOfItsVersion(String parent, int from, int to) {
    int version = Ascii.hexByte(parent, from);
    if (version < 0 || version == INVALID_VERSION) {
      return false;
    }
    if (to - from == LENGTH) {
      return true;
    }
    return version > 0
        && parent.charAt(from + LENGTH) == '-'
        && Ascii.indexOf(parent, ',', from + LENGTH, to) == to;
  }

  private static TraceFlags knownFlags(int flags) {
    return TraceFlags.fromByte((byte) (flags & KNOWN_FLAGS));
  }
}
