package io.heliograph.internal.propagation;

import static io.heliograph.internal.propagation.TraceParentHeader.FLAGS;
import static io.heliograph.internal.propagation.TraceParentHeader.LENGTH;
import static io.heliograph.internal.propagation.TraceParentHeader.SPAN_ID;
import static io.heliograph.internal.propagation.TraceParentHeader.TRACE_ID;

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
    setter.set(
        carrier,
        TRACEPARENT,
        TraceParentHeader.of(span, span.getTraceFlags().asByte() & KNOWN_FLAGS));
    if (span.getTraceState().isEmpty()) {
      return;
    }
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
    if (!hasFieldsOfItsVersion(parent, from, to)) {
      return context;
    }
    HexReader hex = new HexReader(parent.substring(from, from + LENGTH));
    long traceIdHigh = hex.bits(TRACE_ID);
    long traceIdLow = hex.bits(TRACE_ID + HexReader.DIGITS);
    long spanId = hex.bits(SPAN_ID);
    int flags = Ascii.hexByte(parent, from + FLAGS);
    if (!hex.isValid() || (traceIdHigh | traceIdLow) == 0 || spanId == 0 || flags < 0) {
      return context;
    }
    return RemoteParent.in(
        context,
        traceIdHigh,
        traceIdLow,
        spanId,
        knownFlags(flags),
        TraceStateParser.parse(HeaderValues.of(carrier, getter, TRACESTATE)));
  }

  private static boolean hasFieldsOfItsVersion(String parent, int from, int to) {
    return to - from >= LENGTH
        && isLengthOfItsVersion(parent, from, to)
        && parent.charAt(from + TRACE_ID - 1) == '-'
        && parent.charAt(from + SPAN_ID - 1) == '-'
        && parent.charAt(from + FLAGS - 1) == '-';
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
