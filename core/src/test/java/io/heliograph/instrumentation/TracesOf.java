package io.heliograph.instrumentation;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.propagation.ContextPropagators;

/** An OpenTelemetry that has no metrics. */
record TracesOf(OpenTelemetry all) implements OpenTelemetry {

  @Override
  public TracerProvider getTracerProvider() {
    return all.getTracerProvider();
  }

  @Override
  public ContextPropagators getPropagators() {
    return all.getPropagators();
  }
}
