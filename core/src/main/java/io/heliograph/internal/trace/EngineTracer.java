package io.heliograph.internal.trace;

import io.heliograph.export.InstrumentationScope;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;
import org.jspecify.annotations.Nullable;

/** The tracer of one scope. Thread-safe. */
record EngineTracer(TracerCore core, InstrumentationScope scope) implements Tracer {

  @Override
  public SpanBuilder spanBuilder(@Nullable String spanName) {
    return new EngineSpanBuilder(this, SpanNames.orPlaceholder(spanName));
  }
}
