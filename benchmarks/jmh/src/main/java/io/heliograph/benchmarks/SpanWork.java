package io.heliograph.benchmarks;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.List;

/** Spans through the tracing API. */
final class SpanWork {

  static final String SCOPE = "io.heliograph.benchmarks";

  /** What a server sees of a caller that samples. */
  static final SpanContext REMOTE =
      SpanContext.createFromRemoteParent(
          "4bf92f3577b34da6a3ce929d0e0e4736",
          "00f067aa0ba902b7",
          TraceFlags.getSampled(),
          TraceState.getDefault());

  private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
  private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
  private static final AttributeKey<String> PATH = AttributeKey.stringKey("url.path");
  private static final AttributeKey<String> SCHEME = AttributeKey.stringKey("url.scheme");
  private static final AttributeKey<String> ADDRESS = AttributeKey.stringKey("server.address");
  private static final AttributeKey<Long> PORT = AttributeKey.longKey("server.port");
  private static final AttributeKey<String> AGENT = AttributeKey.stringKey("user_agent.original");
  private static final AttributeKey<Long> STATUS =
      AttributeKey.longKey("http.response.status_code");

  private SpanWork() {}

  private static Tracer tracer(Engine engine) {
    return engine.api().getTracer(SCOPE);
  }

  /** A root span without attributes. */
  static final class Root extends EngineWork.Exporting {

    private final Tracer tracer;

    Root(Engine engine, Outlet outlet) {
      super(engine, outlet);
      this.tracer = tracer(engine);
    }

    @Override
    public Object run() {
      Span span = tracer.spanBuilder("work").startSpan();
      span.end();
      return span;
    }
  }

  /** The same, and nothing samples. */
  static final class Unsampled extends EngineWork {

    private final Tracer tracer;

    Unsampled(Engine engine) {
      super(engine);
      this.tracer = tracer(engine);
    }

    @Override
    public Object run() {
      Span span = tracer.spanBuilder("work").startSpan();
      span.end();
      return span;
    }

    @Override
    public String text(Object result) {
      SpanContext context = ((Span) result).getSpanContext();
      return context.isValid() + " " + context.isSampled() + " " + ((Span) result).isRecording();
    }
  }

  /** A server span with six attributes below a remote parent, current while it lasts. */
  static final class Server extends EngineWork.Exporting {

    private final Tracer tracer;
    private final Context parent = Context.root().with(Span.wrap(REMOTE));

    Server(Engine engine, Outlet outlet) {
      super(engine, outlet);
      this.tracer = tracer(engine);
    }

    @Override
    @SuppressWarnings("try") // The scope is only to be closed.
    public Object run() {
      Span span =
          tracer
              .spanBuilder("GET /orders/{id}")
              .setSpanKind(SpanKind.SERVER)
              .setParent(parent)
              .setAttribute(METHOD, "GET")
              .setAttribute(PATH, "/orders/4711")
              .setAttribute(SCHEME, "https")
              .setAttribute(ADDRESS, "shop.example")
              .startSpan();
      try (Scope ignored = span.makeCurrent()) {
        span.setAttribute(ROUTE, "/orders/{id}");
        span.setAttribute(STATUS, 200L);
      } finally {
        span.end();
      }
      return span;
    }
  }

  /** A span with eight attributes, as it is encoded. */
  static final class Encoded extends EngineWork.Exporting {

    private final Tracer tracer;
    private final Context parent = Context.root().with(Span.wrap(REMOTE));

    Encoded(Engine engine, Outlet outlet) {
      this(engine, List.of(outlet));
    }

    Encoded(Engine engine, List<Outlet> outlets) {
      super(engine, outlets, 1);
      this.tracer = tracer(engine);
    }

    @Override
    public Object run() {
      Span span =
          tracer
              .spanBuilder("GET /catalogue/{department}/products/{id}")
              .setSpanKind(SpanKind.SERVER)
              .setParent(parent)
              .setAttribute(METHOD, "GET")
              .setAttribute(ROUTE, "/catalogue/{department}/products/{id}")
              .setAttribute(PATH, "/catalogue/telescopes/products/4711")
              .setAttribute(SCHEME, "https")
              .setAttribute(ADDRESS, "shop.example")
              .setAttribute(PORT, 8443L)
              .setAttribute(AGENT, "Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/140.0")
              .setAttribute(STATUS, 200L)
              .startSpan();
      span.end();
      return span;
    }
  }
}
