package io.heliograph.benchmarks;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import java.util.List;
import java.util.stream.IntStream;

/** Spans of which there are more and more, or that have more and more to say. */
final class GrowingSpans {

  private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("db.system.name");
  private static final AttributeKey<String> OPERATION = AttributeKey.stringKey("db.operation.name");

  private GrowingSpans() {}

  /** A server span, and below it, one after the other, client spans with two attributes each. */
  static final class Request extends EngineWork.Exporting {

    private final Tracer tracer;
    private final int spans;

    Request(Engine engine, List<Outlet> outlets, int spans) {
      super(engine, outlets, spans);
      this.tracer = engine.api().getTracer(SpanWork.SCOPE);
      this.spans = spans;
    }

    @Override
    @SuppressWarnings("try") // The scope is only to be closed.
    public Object run() {
      Span server = tracer.spanBuilder("GET /orders").setSpanKind(SpanKind.SERVER).startSpan();
      try (Scope ignored = server.makeCurrent()) {
        for (int i = 1; i < spans; i++) {
          call();
        }
      } finally {
        server.end();
      }
      return server;
    }

    @SuppressWarnings("try") // The scope is only to be closed.
    private void call() {
      Span client = tracer.spanBuilder("SELECT orders").setSpanKind(SpanKind.CLIENT).startSpan();
      try (Scope ignored = client.makeCurrent()) {
        client.setAttribute(SYSTEM, "postgresql");
        client.setAttribute(OPERATION, "SELECT");
      } finally {
        client.end();
      }
    }
  }

  /** A root span with text attributes, set one by one. */
  static final class Attributed extends EngineWork.Exporting {

    private final Tracer tracer;
    private final List<AttributeKey<String>> keys;

    Attributed(Engine engine, List<Outlet> outlets, int attributes) {
      super(engine, outlets, 1);
      this.tracer = engine.api().getTracer(SpanWork.SCOPE);
      this.keys =
          IntStream.range(0, attributes)
              .mapToObj(i -> AttributeKey.stringKey("shop.order.field." + i))
              .toList();
    }

    @Override
    public Object run() {
      Span span = tracer.spanBuilder("work").startSpan();
      for (AttributeKey<String> key : keys) {
        span.setAttribute(key, "a value of some length");
      }
      span.end();
      return span;
    }
  }
}
