package io.heliograph.internal.trace;

import io.heliograph.internal.context.EngineSpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import org.jspecify.annotations.Nullable;

/** A dropped span of a trace whose id is known: others have begun it, or the sampler asked. */
final class DroppedSpan extends EngineSpanContext implements UnrecordedSpan {

  /** As its superclass. */
  DroppedSpan(
      long traceIdHigh,
      long traceIdLow,
      @Nullable String traceIdHex,
      long spanId,
      TraceFlags flags,
      TraceState traceState) {
    super(traceIdHigh, traceIdLow, traceIdHex, spanId, flags, traceState, false);
  }
}
