package io.heliograph.quarkus;

import io.heliograph.ApplicationEngine;
import io.heliograph.config.Part;
import io.heliograph.instrumentation.HttpServerInstrumentation;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.annotations.Recorder;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/** Makes the handler that stands before all routes. */
@Recorder
public class HttpServerRecorder {

  public Handler<RoutingContext> handler(RuntimeValue<ApplicationEngine> value) {
    ApplicationEngine engine = value.getValue();
    return engine.records(Part.HTTP_SERVER)
        ? new HttpServerHandler(
            HttpServerInstrumentation.of(engine.heliograph(), new RoutingContextAdapter()))
        : RoutingContext::next;
  }
}
