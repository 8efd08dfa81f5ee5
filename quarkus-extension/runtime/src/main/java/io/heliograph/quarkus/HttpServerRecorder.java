package io.heliograph.quarkus;

import io.heliograph.config.Part;
import io.heliograph.instrumentation.HttpServerInstrumentation;
import io.heliograph.instrumentation.HttpServerOptions;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.annotations.Recorder;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/** Makes the handler that stands before all routes. */
@Recorder
public class HttpServerRecorder {

  public Handler<RoutingContext> handler(RuntimeValue<Engine> value) {
    Engine engine = value.getValue();
    if (!engine.records(Part.HTTP_SERVER)) {
      return RoutingContext::next;
    }
    engine.findings().found(Part.HTTP_SERVER, "Vert.x HTTP");
    return new HttpServerHandler(
        new HttpServerInstrumentation<>(
            engine.openTelemetry(),
            HttpServerOptions.from(engine.settings()),
            new RoutingContextAdapter()));
  }
}
