package io.heliograph;

import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** The code that {@code docs/tracing.md} shows, so that it compiles and runs. */
final class ManualTracing {

  private final Tracer tracer;
  private final Consumer<String> orders;

  /**
   * @param orders what is done with each order
   */
  ManualTracing(Tracer tracer, Consumer<String> orders) {
    this.tracer = tracer;
    this.orders = orders;
  }

  @Traced("reserve stock")
  void reserve(@SpanAttribute("order.id") String orderId) {
    orders.accept(orderId);
  }

  void importOrders(String source) {
    Span span =
        tracer
            .spanBuilder("import orders")
            .setSpanKind(SpanKind.CONSUMER)
            .setAttribute("import.source", source)
            .startSpan();
    try (Scope scope = span.makeCurrent()) {
      orders.accept(source);
    } catch (RuntimeException failed) {
      span.recordException(failed);
      span.setStatus(StatusCode.ERROR);
      throw failed;
    } finally {
      span.end();
    }
  }

  void retried(String orderId) {
    Span.current().addEvent("retried", Attributes.of(stringKey("order.id"), orderId));
  }

  void bill(List<SpanContext> causes) {
    Span span = tracer.spanBuilder("bill month").setNoParent().startSpan();
    causes.forEach(span::addLink);
    span.end();
  }

  void forTenant(String tenant, String orderId) {
    Baggage baggage = Baggage.current().toBuilder().put("tenant", tenant).build();
    try (Scope scope = baggage.makeCurrent()) {
      importOrders(orderId);
    }
  }

  Future<?> later(ExecutorService executor, String orderId) {
    return executor.submit(Context.current().wrap(() -> importOrders(orderId)));
  }
}
