package io.heliograph.quarkus;

import io.heliograph.instrumentation.Operation;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.vertx.core.Context;
import io.vertx.core.eventbus.Message;
import io.vertx.core.spi.tracing.SpanKind;
import io.vertx.core.spi.tracing.TagExtractor;
import io.vertx.core.spi.tracing.VertxTracer;
import io.vertx.core.tracing.TracingPolicy;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Hears of messages and of queries. Of HTTP it hears too late: when a request is sent, and not when
 * it is made.
 *
 * <p>It keeps nothing of the application, because in development mode Vert.x outlives it.
 */
final class EngineTracer implements VertxTracer<Void, Operation<Void>> {

  private final boolean sql;

  /**
   * @param sql whether there are SQL clients
   */
  EngineTracer(boolean sql) {
    this.sql = sql;
  }

  private static @Nullable VertxCalls calls() {
    ArcContainer container = Arc.container();
    return container == null ? null : container.instance(VertxCalls.class).get();
  }

  @Override
  public <R> @Nullable Void receiveRequest(
      Context context,
      SpanKind kind,
      TracingPolicy policy,
      R request,
      String operation,
      Iterable<Map.Entry<String, String>> headers,
      TagExtractor<R> tags) {
    VertxCalls calls = request instanceof Message ? calls() : null;
    if (calls != null) {
      calls.receive(context, (Message<?>) request);
    }
    return null;
  }

  @Override
  public <R> @Nullable Operation<Void> sendRequest(
      Context context,
      SpanKind kind,
      TracingPolicy policy,
      R request,
      String operation,
      BiConsumer<String, String> headers,
      TagExtractor<R> tags) {
    boolean message = request instanceof Message;
    SqlQuery query = message || !sql ? null : SqlQuery.of(request, tags);
    VertxCalls calls = message || query != null ? calls() : null;
    if (calls != null && message) {
      calls.send(headers);
    }
    return calls == null || query == null ? null : calls.start(context, query);
  }

  @Override
  public <R> void receiveResponse(
      Context context,
      @Nullable R response,
      @Nullable Operation<Void> operation,
      @Nullable Throwable failure,
      TagExtractor<R> tags) {
    if (operation != null) {
      operation.end(null, SqlQuery.failure(failure));
    }
  }
}
