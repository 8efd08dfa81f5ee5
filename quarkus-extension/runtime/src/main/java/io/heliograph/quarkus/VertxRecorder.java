package io.heliograph.quarkus;

import io.heliograph.ApplicationEngine;
import io.heliograph.vertx.VertxTelemetry;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.annotations.Recorder;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.VertxOptions;
import io.vertx.core.tracing.TracingOptions;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What Vert.x is started with, and handlers of routes. */
@Recorder
public class VertxRecorder {

  /** Where Quarkus REST tells the template of the method that it found. */
  private static final String REST_TEMPLATE = "UrlPathTemplate";

  public Supplier<VertxTelemetry> telemetry(RuntimeValue<ApplicationEngine> engine) {
    return () -> new VertxTelemetry(engine.getValue());
  }

  @SuppressWarnings("deprecation") // Quarkus lets nobody at the builder that replaces it
  public Consumer<VertxOptions> tracer() {
    return options ->
        options.setTracingOptions(
            new TracingOptions().setFactory(VertxTelemetry.tracer(VertxRecorder::telemetry)));
  }

  /** Of the application that is running now: in development mode Vert.x outlives it. */
  static @Nullable VertxTelemetry telemetry() {
    ArcContainer container = Arc.container();
    return container == null ? null : container.instance(VertxTelemetry.class).get();
  }

  public Handler<RoutingContext> server(RuntimeValue<ApplicationEngine> engine) {
    return new VertxTelemetry(engine.getValue()).serverHandler(VertxRecorder::restRoute);
  }

  /** Resources know nothing of the paths that they all are below. */
  private static @Nullable String restRoute(Context request) {
    String template = request.getLocal(REST_TEMPLATE);
    return template == null
        ? null
        : ResteasyReactiveRecorder.getCurrentDeployment().getPrefix() + template;
  }

  public Handler<RoutingContext> diagnostics(RuntimeValue<ApplicationEngine> engine) {
    return new VertxTelemetry(engine.getValue()).diagnosticsHandler();
  }

  public Handler<RoutingContext> scrape(RuntimeValue<ApplicationEngine> engine) {
    return new VertxTelemetry(engine.getValue()).scrapeHandler();
  }
}
