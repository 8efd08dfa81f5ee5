package io.heliograph.internal.propagation;

import io.heliograph.internal.context.EngineSpanContext;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;

/** Puts what a caller sent into a context, as the remote parent of the next span. */
final class RemoteParent {

  static final int TRACE_ID_LENGTH = TraceId.getLength();
  static final int SPAN_ID_LENGTH = SpanId.getLength();

  private RemoteParent() {}

  static Context in(Context context, String traceId, String spanId, boolean sampled) {
    TraceFlags flags = sampled ? TraceFlags.getSampled() : TraceFlags.getDefault();
    return in(context, traceId, spanId, flags, TraceState.getDefault());
  }

  static Context in(
      Context context, String traceId, String spanId, TraceFlags flags, TraceState state) {
    SpanContext parent = SpanContext.createFromRemoteParent(traceId, spanId, flags, state);
    return parent.isValid() ? context.with(Span.wrap(parent)) : context;
  }

  /** By ids that are not zero. */
  static Context in(
      Context context,
      long traceIdHigh,
      long traceIdLow,
      long spanId,
      TraceFlags flags,
      TraceState state) {
    return context.with(
        Span.wrap(EngineSpanContext.remote(traceIdHigh, traceIdLow, spanId, flags, state)));
  }

  /** The range {@code [from, to)} as a trace id, with leading zeros where it is shorter. */
  static String traceId(String text, int from, int to) {
    return padded(text, from, to, TRACE_ID_LENGTH);
  }

  /** The range {@code [from, to)} as a span id, with leading zeros where it is shorter. */
  static String spanId(String text, int from, int to) {
    return padded(text, from, to, SPAN_ID_LENGTH);
  }

  private static String padded(String text, int from, int to, int length) {
    String digits = text.substring(from, to);
    int missing = length - digits.length();
    return missing == 0 ? digits : "0".repeat(missing) + digits;
  }
}
