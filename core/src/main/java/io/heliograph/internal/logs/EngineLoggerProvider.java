package io.heliograph.internal.logs;

import io.heliograph.internal.pipeline.Recorder;
import io.heliograph.internal.pipeline.ScopeBuilder;
import io.heliograph.internal.pipeline.Scopes;
import io.heliograph.pipeline.ScopedLoggerBuilder;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.logs.LoggerProvider;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Hands out loggers, one for each scope, and ends them all together. Thread-safe. */
public final class EngineLoggerProvider implements LoggerProvider, Recorder {

  private final LoggerCore core;
  private final Scopes<Logger> loggers;

  public EngineLoggerProvider(LogConfig config) {
    this.core = new LoggerCore(config);
    this.loggers = new Scopes<>(scope -> new EngineLogger(core, scope));
  }

  @Override
  public Logger get(@Nullable String scopeName) {
    return loggerBuilder(scopeName).build();
  }

  @Override
  public ScopedLoggerBuilder loggerBuilder(@Nullable String scopeName) {
    return new EngineLoggerBuilder(new ScopeBuilder(scopeName), loggers);
  }

  @Override
  public CompletableFuture<Boolean> flush() {
    return core.processors.flush();
  }

  @Override
  public void stopRecording() {
    core.stopped = true;
  }

  @Override
  public void closeProcessors() {
    core.processors.close();
  }
}
