package io.heliograph;

import io.heliograph.internal.logs.EngineLoggerProvider;
import io.heliograph.internal.metrics.EngineMeterProvider;
import io.heliograph.internal.trace.EngineTracerProvider;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.TracerBuilder;
import io.opentelemetry.context.propagation.ContextPropagators;

/** The OpenTelemetry API over our engine. */
record EngineOpenTelemetry(
    EngineTracerProvider tracerProvider,
    EngineMeterProvider meterProvider,
    EngineLoggerProvider loggerProvider,
    ContextPropagators propagators)
    implements OpenTelemetry {

  @Override
  public EngineTracerProvider getTracerProvider() {
    return tracerProvider;
  }

  @Override
  public TracerBuilder tracerBuilder(String instrumentationScopeName) {
    return tracerProvider.tracerBuilder(instrumentationScopeName);
  }

  @Override
  public EngineMeterProvider getMeterProvider() {
    return meterProvider;
  }

  @Override
  public EngineLoggerProvider getLogsBridge() {
    return loggerProvider;
  }

  @Override
  public ContextPropagators getPropagators() {
    return propagators;
  }
}
