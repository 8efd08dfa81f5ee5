package io.heliograph.vertx;

import io.heliograph.ApplicationEngine;
import io.heliograph.Heliograph;
import io.heliograph.config.Part;
import io.heliograph.instrumentation.DbClientInstrumentation;
import io.heliograph.instrumentation.HttpServerInstrumentation;
import io.heliograph.instrumentation.MessageHeaders;
import io.heliograph.instrumentation.Operation;
import io.opentelemetry.context.Scope;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.spi.VertxTracerFactory;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.impl.HttpContext;
import io.vertx.ext.web.client.impl.WebClientInternal;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes an application of Vert.x record.
 *
 * <pre>{@code
 * VertxTelemetry telemetry = VertxTelemetry.of(heliograph);
 * Vertx vertx = Vertx.builder().withTracer(VertxTelemetry.tracer(() -> telemetry)).build();
 * router.route().order(-1).handler(telemetry.serverHandler(request -> null));
 * WebClient client = telemetry.record(WebClient.create(vertx));
 * }</pre>
 *
 * <p>Each part obeys its switch, such as {@code heliograph.http.client.enabled}. Thread-safe.
 */
public final class VertxTelemetry {

  private static final String SQL_SCOPE = "io.heliograph.vertx.sqlclient";

  private final ApplicationEngine engine;
  private final Supplier<DbClientInstrumentation> databases;
  private final Handler<HttpContext<?>> calls;

  /**
   * @param engine which may not have been started yet
   */
  public VertxTelemetry(ApplicationEngine engine) {
    this.engine = engine;
    this.databases = engine.lazily(started -> DbClientInstrumentation.of(started, SQL_SCOPE));
    this.calls = new WebClientInterceptor(engine);
  }

  /** For an application whose engine is there before all else. */
  public static VertxTelemetry of(Heliograph heliograph) {
    ApplicationEngine engine = new ApplicationEngine();
    engine.started(heliograph);
    return new VertxTelemetry(engine);
  }

  /**
   * The tracer that a Vert.x is to be built with. It records the queries of SQL clients, and sends
   * the context with messages on the event bus.
   *
   * @param application asked each time; null while there is no application
   */
  public static VertxTracerFactory tracer(Supplier<@Nullable VertxTelemetry> application) {
    return options -> new EngineTracer(application);
  }

  /**
   * What is to stand before all routes, once the engine has been started. Without it nothing that a
   * request causes has a context.
   *
   * @param template the route that a framework above Vert.x has found for a request's context, null
   *     if that is for Vert.x to say
   */
  public Handler<RoutingContext> serverHandler(Function<Context, @Nullable String> template) {
    return engine.records(Part.HTTP_SERVER)
        ? new ServerHandler(
            HttpServerInstrumentation.of(engine.heliograph(), new RoutingContextAdapter(template)))
        : RoutingContext::next;
  }

  /** The same client, which records from now on. */
  public WebClient record(WebClient client) {
    if (client instanceof WebClientInternal internal) {
      internal.addInterceptor(calls);
    }
    return client;
  }

  /** All of {@link io.heliograph.Diagnostics}, as JSON; for nobody but operators. */
  public Handler<RoutingContext> diagnosticsHandler() {
    return request -> Endpoints.diagnostics(engine, request);
  }

  /** Metrics for Prometheus; 404 where they are not to be scraped. It takes its time. */
  public Handler<RoutingContext> scrapeHandler() {
    return request -> Endpoints.scrape(engine, request);
  }

  /** A message takes the context of its sender with it. */
  void send(BiConsumer<String, String> headers) {
    if (engine.records(Part.ASYNC)) {
      MessageHeaders.inject(engine.heliograph().openTelemetry(), headers);
    }
  }

  /** What a message causes belongs to its sender. */
  void receive(Context consumer, Iterable<Map.Entry<String, String>> headers) {
    if (engine.records(Part.ASYNC)) {
      DuplicatedContextStorage.set(
          consumer, MessageHeaders.extract(engine.heliograph().openTelemetry(), headers));
    }
  }

  /**
   * Starts a query below what is current where it was made.
   *
   * @param caller the Vert.x context that waits for the answer
   */
  @SuppressWarnings("try") // the scope is only to be closed
  @Nullable Operation<Void> start(Context caller, SqlQuery query) {
    if (!engine.records(Part.JDBC)) {
      return null;
    }
    try (Scope ignored = DuplicatedContextStorage.of(caller).makeCurrent()) {
      return databases.get().start(query.target(), query.text(), query.prepared(), query.size());
    }
  }
}
