package io.heliograph.internal.otlp;

import io.heliograph.internal.context.EngineSpanContext;
import io.heliograph.internal.context.HexId;
import io.opentelemetry.api.trace.SpanContext;

/** Writes ids from their bits where the engine made them, so that no hex text is made for it. */
final class IdFields {

  private IdFields() {}

  static void trace(MessageWriter out, Field field, SpanContext context) {
    if (context instanceof EngineSpanContext engine) {
      out.traceId(field, engine.traceIdHigh(), engine.traceIdLow());
    } else {
      String hex = context.getTraceId();
      out.traceId(field, HexId.bits(hex, 0), HexId.bits(hex, HexId.DIGITS));
    }
  }

  static void span(MessageWriter out, Field field, SpanContext context) {
    if (context instanceof EngineSpanContext engine) {
      out.spanId(field, engine.spanIdBits());
    } else {
      out.spanId(field, HexId.bits(context.getSpanId(), 0));
    }
  }
}
