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

  /** What Vert.x' SQL clients call what they do. */
  private static final String QUERY = "Query";

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
      calls.receive(context, headers);
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
    boolean query = operation.equals(QUERY);
    VertxCalls calls = query || request instanceof Message ? calls() : null;
    if (calls == null) {
      return null;
    }
    if (query) {
      return calls.start(context, SqlQuery.of(request, tags));
    }
    calls.send(headers);
    return null;
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
