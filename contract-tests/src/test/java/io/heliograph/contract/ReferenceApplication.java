package io.heliograph.contract;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.heliograph.contract.receiver.OtlpReceiver;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * An application that keeps the contracts without our engine: the JDK's HTTP server, instrumented
 * by hand over the official SDK.
 */
final class ReferenceApplication implements AutoCloseable {

  private static final Set<String> METHODS = Set.of("GET", "HEAD", "OPTIONS");
  private static final Pattern SECRETS =
      Pattern.compile("(sig|Signature|AWSAccessKeyId|X-Goog-Signature|X-Amz-Signature)=[^&]*");

  private final OpenTelemetrySdk telemetry;
  private final Defect defect;
  private final HttpServer server;
  private final ReferenceRoutes routes;
  private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService threads = Executors.newFixedThreadPool(32);

  ReferenceApplication(OtlpReceiver receiver, Defect defect) {
    this.defect = defect;
    telemetry = ReferenceTelemetry.create(receiver, defect);
    routes = new ReferenceRoutes(telemetry, defect);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::serve);
    server.setExecutor(threads);
    server.start();
    scheduler.scheduleAtFixedRate(routes::scheduled, 0, 100, TimeUnit.MILLISECONDS);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  static String redact(String url) {
    return SECRETS.matcher(url).replaceAll("$1=REDACTED");
  }

  @Override
  public void close() {
    scheduler.shutdownNow();
    server.stop(0);
    threads.shutdownNow();
    routes.close();
    telemetry.close();
  }

  private void serve(HttpExchange exchange) {
    String path = exchange.getRequestURI().getPath();
    if (path.startsWith(ContractEndpoint.HEALTH.route()) && defect != Defect.RECORDS_EVERYTHING) {
      routes.handle(exchange, path, () -> {});
      return;
    }
    Span span = start(exchange, path);
    if (defect == Defect.ENDS_EARLY) {
      span.end();
    }
    Scope scope = Context.current().with(span).makeCurrent();
    try {
      routes.handle(exchange, path, () -> end(span, exchange));
    } catch (IllegalStateException e) {
      span.recordException(e);
      ReferenceRoutes.answer(exchange, 500, "");
      end(span, exchange);
    } finally {
      if (defect != Defect.LEAKS) {
        scope.close();
      }
    }
  }

  private Span start(HttpExchange exchange, String path) {
    Context parent =
        telemetry
            .getPropagators()
            .getTextMapPropagator()
            .extract(Context.root(), exchange, new Headers());
    routes.carry(exchange, parent);
    String sent = exchange.getRequestMethod();
    boolean known = METHODS.contains(sent) || defect == Defect.UNBOUNDED_METHODS;
    String route = ReferenceRoutes.route(path);
    String name = known ? sent : "HTTP";
    SpanBuilder span =
        telemetry
            .getTracer("reference")
            .spanBuilder(route == null ? name : name + " " + route)
            .setSpanKind(SpanKind.SERVER)
            .setParent(parent)
            .setAttribute("http.request.method", known ? sent : "_OTHER")
            .setAttribute("http.request.method_original", known ? null : sent)
            .setAttribute("http.route", route)
            .setAttribute("url.scheme", "http")
            .setAttribute("url.path", path)
            .setAttribute("server.address", "127.0.0.1")
            .setAttribute("server.port", (long) server.getAddress().getPort())
            .setAttribute("client.address", "127.0.0.1")
            .setAttribute("network.protocol.version", "1.1")
            .setAttribute("user_agent.original", Driver.USER_AGENT);
    String query = exchange.getRequestURI().getRawQuery();
    if (query != null) {
      span.setAttribute("url.query", redact(query));
    }
    List<String> captured = exchange.getRequestHeaders().get("X-Contract-Request");
    if (captured != null) {
      span.setAttribute(
          AttributeKey.stringArrayKey("http.request.header.x-contract-request"), captured);
    }
    return span.startSpan();
  }

  private static void end(Span span, HttpExchange exchange) {
    int status = exchange.getResponseCode();
    span.setAttribute("http.response.status_code", (long) status);
    List<String> captured = exchange.getResponseHeaders().get("X-Contract-Response");
    if (captured != null) {
      span.setAttribute(
          AttributeKey.stringArrayKey("http.response.header.x-contract-response"), captured);
    }
    if (status >= 500) {
      span.setAttribute("error.type", String.valueOf(status)).setStatus(StatusCode.ERROR);
    }
    span.end();
  }

  private record Headers() implements TextMapGetter<HttpExchange> {

    @Override
    public Iterable<String> keys(HttpExchange exchange) {
      return exchange.getRequestHeaders().keySet();
    }

    @Override
    public String get(HttpExchange exchange, String key) {
      List<String> values = exchange.getRequestHeaders().get(key);
      return values == null ? null : String.join(",", values);
    }
  }
}
