package io.heliograph.internal.trace;

import io.heliograph.export.InstrumentationScope;
import io.heliograph.pipeline.ScopedTracerBuilder;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Hands out tracers, one for each scope, and ends them all together. Thread-safe. */
public final class EngineTracerProvider implements TracerProvider {

  /** Scopes beyond this many get a tracer of their own each time, so that names cannot leak. */
  private static final int MAX_CACHED_TRACERS = 4096;

  private final TracerCore core;
  private final Map<InstrumentationScope, Tracer> tracers = new ConcurrentHashMap<>();

  public EngineTracerProvider(TraceConfig config) {
    this.core = new TracerCore(config);
  }

  @Override
  public Tracer get(@Nullable String scopeName) {
    return tracerBuilder(scopeName).build();
  }

  @Override
  public Tracer get(@Nullable String scopeName, String scopeVersion) {
    return tracerBuilder(scopeName).setInstrumentationVersion(scopeVersion).build();
  }

  /** A missing name becomes the empty one, as the specification asks of an invalid name. */
  @Override
  public ScopedTracerBuilder tracerBuilder(@Nullable String scopeName) {
    return new EngineTracerBuilder(scopeName == null ? "" : scopeName, this::tracer);
  }

  private Tracer tracer(InstrumentationScope scope) {
    Tracer known = tracers.get(scope);
    if (known != null) {
      return known;
    }
    Tracer created = new EngineTracer(core, scope);
    return tracers.size() < MAX_CACHED_TRACERS
        ? tracers.computeIfAbsent(scope, key -> created)
        : created;
  }

  /** Completes when all spans that have ended left their processors, false if some were lost. */
  public CompletableFuture<Boolean> flush() {
    return core.processors.flush();
  }

  /** From here on new spans are not recorded; spans that are open may still end. Idempotent. */
  public void stopRecording() {
    core.stopped = true;
  }

  /** Closes all processors; call once, after {@link #stopRecording}. */
  public void closeProcessors() {
    core.processors.close();
  }
}
