package io.heliograph.benchmarks;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.instrumentation.api.instrumenter.Instrumenter;
import io.opentelemetry.instrumentation.api.semconv.http.HttpServerAttributesExtractor;
import io.opentelemetry.instrumentation.api.semconv.http.HttpServerAttributesGetter;
import io.opentelemetry.instrumentation.api.semconv.http.HttpServerMetrics;
import io.opentelemetry.instrumentation.api.semconv.http.HttpServerRoute;
import io.opentelemetry.instrumentation.api.semconv.http.HttpServerRouteSource;
import io.opentelemetry.instrumentation.api.semconv.http.HttpSpanNameExtractor;
import io.opentelemetry.instrumentation.api.semconv.http.HttpSpanStatusExtractor;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Serves one request through the official Instrumenter, put together as its modules do. */
final class OfficialHttpServer extends EngineWork.Exporting {

  private final Instrumenter<Exchange, Exchange> instrumenter;

  OfficialHttpServer(Engine engine, Outlet outlet) {
    super(engine, outlet);
    Getter getter = new Getter();
    this.instrumenter =
        Instrumenter.<Exchange, Exchange>builder(
                engine.api(), SpanWork.SCOPE, HttpSpanNameExtractor.create(getter))
            .setSpanStatusExtractor(HttpSpanStatusExtractor.create(getter))
            .addAttributesExtractor(HttpServerAttributesExtractor.create(getter))
            .addContextCustomizer(HttpServerRoute.create(getter))
            .addOperationMetrics(HttpServerMetrics.get())
            .buildServerInstrumenter(new Headers());
  }

  @Override
  @SuppressWarnings("try") // The scope is only to be closed.
  public Object run() {
    Exchange exchange = Exchange.TYPICAL;
    Context parent = Context.root();
    if (!instrumenter.shouldStart(parent, exchange)) {
      return parent;
    }
    Context context = instrumenter.start(parent, exchange);
    try (Scope ignored = context.makeCurrent()) {
      HttpServerRoute.update(context, HttpServerRouteSource.CONTROLLER, exchange.route());
      instrumenter.end(context, exchange, exchange, null);
    }
    return context;
  }

  private static final class Headers implements TextMapGetter<Exchange> {

    @Override
    @SuppressWarnings("deprecation") // No default in the API that most applications have.
    public Iterable<String> keys(Exchange request) {
      return request.headers().keySet();
    }

    @Override
    public @Nullable String get(@Nullable Exchange request, String key) {
      List<String> values = request == null ? List.of() : request.header(key);
      return values.isEmpty() ? null : values.get(0);
    }

    @Override
    public Iterator<String> getAll(@Nullable Exchange request, String key) {
      return request == null ? List.<String>of().iterator() : request.header(key).iterator();
    }
  }

  private static final class Getter implements HttpServerAttributesGetter<Exchange, Exchange> {

    @Override
    public String getHttpRequestMethod(Exchange request) {
      return request.method();
    }

    @Override
    public List<String> getHttpRequestHeader(Exchange request, String name) {
      return request.header(name);
    }

    @Override
    public Integer getHttpResponseStatusCode(
        Exchange request, Exchange response, @Nullable Throwable error) {
      return response.status();
    }

    @Override
    public List<String> getHttpResponseHeader(Exchange request, Exchange response, String name) {
      return List.of();
    }

    @Override
    public String getUrlScheme(Exchange request) {
      return request.scheme();
    }

    @Override
    public String getUrlPath(Exchange request) {
      return request.path();
    }

    @Override
    public String getUrlQuery(Exchange request) {
      return request.query();
    }

    @Override
    public String getNetworkProtocolName(Exchange request, @Nullable Exchange response) {
      return "http";
    }

    @Override
    public String getNetworkProtocolVersion(Exchange request, @Nullable Exchange response) {
      return "1.1";
    }

    @Override
    public String getNetworkPeerAddress(Exchange request, @Nullable Exchange response) {
      return request.peerAddress();
    }

    @Override
    public Integer getNetworkPeerPort(Exchange request, @Nullable Exchange response) {
      return request.peerPort();
    }
  }
}
