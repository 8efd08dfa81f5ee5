package io.heliograph.internal.trace;

import io.heliograph.internal.pipeline.Recorder;
import io.heliograph.internal.pipeline.ScopeBuilder;
import io.heliograph.internal.pipeline.Scopes;
import io.heliograph.pipeline.ScopedTracerBuilder;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Hands out tracers, one for each scope, and ends them all together. Thread-safe. */
public final class EngineTracerProvider implements TracerProvider, Recorder {

  private final TracerCore core;
  private final Scopes<Tracer> tracers;

  public EngineTracerProvider(TraceConfig config) {
    this.core = new TracerCore(config);
    this.tracers = new Scopes<>(scope -> new EngineTracer(core, scope));
  }

  @Override
  public Tracer get(@Nullable String scopeName) {
    return tracerBuilder(scopeName).build();
  }

  @Override
  public Tracer get(@Nullable String scopeName, String scopeVersion) {
    return tracerBuilder(scopeName).setInstrumentationVersion(scopeVersion).build();
  }

  @Override
  public ScopedTracerBuilder tracerBuilder(@Nullable String scopeName) {
    return new EngineTracerBuilder(new ScopeBuilder(scopeName), tracers);
  }

  @Override
  public CompletableFuture<Boolean> flush() {
    return core.processors.flush();
  }

  /** Spans that are open may still end. */
  @Override
  public void stopRecording() {
    core.stopped = true;
  }

  @Override
  public void closeProcessors() {
    core.processors.close();
  }
}
