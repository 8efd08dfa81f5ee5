package io.heliograph.internal.otlp;

import io.heliograph.internal.context.EngineSpanContext;
import io.heliograph.internal.context.HexId;
import io.opentelemetry.api.trace.SpanContext;

/** Writes ids from their bits where the engine made them, so that no hex text is made for it. */
final class IdFields {

  private IdFields() {}

  static void trace(MessageWriter out, Field field, SpanContext context) {
    if (context instanceof EngineSpanContext engine && !engine.isHexOnly()) {
      out.traceId(field, engine.traceIdHigh(), engine.traceIdLow());
    } else {
      out.traceId(field, context.getTraceId());
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
