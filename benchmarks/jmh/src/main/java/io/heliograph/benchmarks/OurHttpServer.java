package io.heliograph.benchmarks;

import io.heliograph.instrumentation.HttpServerAdapter;
import io.heliograph.instrumentation.HttpServerInstrumentation;
import io.heliograph.instrumentation.HttpServerOptions;
import io.heliograph.instrumentation.Operation;
import io.opentelemetry.context.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Serves one request through our instrumentation. */
final class OurHttpServer extends EngineWork.Exporting {

  private final HttpServerInstrumentation<Exchange, Exchange> instrumentation;

  OurHttpServer(Engine engine, Outlet outlet) {
    super(engine, outlet);
    this.instrumentation =
        new HttpServerInstrumentation<>(engine.api(), HttpServerOptions.defaults(), new Adapter());
  }

  @Override
  @SuppressWarnings("try") // The scope is only to be closed.
  public Object run() {
    Operation<Exchange> operation = instrumentation.start(Exchange.TYPICAL);
    try (Scope ignored = operation.makeCurrent()) {
      operation.end(Exchange.TYPICAL, null);
    }
    return operation;
  }

  private static final class Adapter implements HttpServerAdapter<Exchange, Exchange> {

    @Override
    public String instrumentationName() {
      return SpanWork.SCOPE;
    }

    @Override
    public String method(Exchange request) {
      return request.method();
    }

    @Override
    public String scheme(Exchange request) {
      return request.scheme();
    }

    @Override
    public String path(Exchange request) {
      return request.path();
    }

    @Override
    public String query(Exchange request) {
      return request.query();
    }

    @Override
    public String peerAddress(Exchange request) {
      return request.peerAddress();
    }

    @Override
    public int peerPort(Exchange request) {
      return request.peerPort();
    }

    @Override
    public String protocolVersion(Exchange request) {
      return "1.1";
    }

    @Override
    public Iterable<String> headerNames(Exchange request) {
      return request.headers().keySet();
    }

    @Override
    public @Nullable String header(Exchange request, String name) {
      List<String> values = request.header(name);
      return values.isEmpty() ? null : values.get(0);
    }

    @Override
    public List<String> headers(Exchange request, String name) {
      return request.header(name);
    }

    /** The framework knows the route once it has dispatched the request. */
    @Override
    public @Nullable String route(Exchange request, @Nullable Exchange response) {
      return response == null ? null : request.route();
    }

    @Override
    public int statusCode(Exchange response) {
      return response.status();
    }

    @Override
    public List<String> responseHeaders(Exchange response, String name) {
      return List.of();
    }
  }
}
