package io.heliograph.quarkus;

import io.quarkus.runtime.annotations.Recorder;
import io.vertx.core.VertxOptions;
import io.vertx.core.tracing.TracingOptions;
import java.util.function.Consumer;

/** Makes the tracer that Vert.x is started with. */
@Recorder
public class VertxRecorder {

  @SuppressWarnings("deprecation") // Quarkus lets nobody at the builder that replaces it
  public Consumer<VertxOptions> tracer() {
    return options ->
        options.setTracingOptions(new TracingOptions().setFactory(ignored -> new EngineTracer()));
  }
}
