package io.heliograph.internal.otlp;

import io.heliograph.internal.context.EngineSpanContext;
import io.opentelemetry.api.trace.SpanContext;

/** Writes ids from their bits where the engine made them, so that no hex text is made for it. */
final class IdFields {

  private static final int HEX_OF_LONG = 16;

  private IdFields() {}

  static void trace(MessageWriter out, Field field, SpanContext context) {
    if (context instanceof EngineSpanContext engine) {
      out.traceId(field, engine.traceIdHigh(), engine.traceIdLow());
    } else {
      String hex = context.getTraceId();
      out.traceId(field, bits(hex, 0), bits(hex, HEX_OF_LONG));
    }
  }

  static void span(MessageWriter out, Field field, SpanContext context) {
    if (context instanceof EngineSpanContext engine) {
      out.spanId(field, engine.spanIdBits());
    } else {
      out.spanId(field, bits(context.getSpanId(), 0));
    }
  }

  private static long bits(String hex, int from) {
    return Long.parseUnsignedLong(hex, from, from + HEX_OF_LONG, 16);
  }
}
