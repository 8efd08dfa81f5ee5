package io.heliograph.vertx;

import io.heliograph.instrumentation.Operation;
import io.vertx.core.Context;
import io.vertx.core.eventbus.Message;
import io.vertx.core.spi.tracing.SpanKind;
import io.vertx.core.spi.tracing.TagExtractor;
import io.vertx.core.spi.tracing.VertxTracer;
import io.vertx.core.tracing.TracingPolicy;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hears of messages and of queries. Of HTTP it hears too late: when a request is sent, and not when
 * it is made.
 *
 * <p>It keeps nothing of the application, because Vert.x may outlive it.
 */
final class EngineTracer implements VertxTracer<Void, Operation<Void>> {

  /** What Vert.x' SQL clients call what they do. */
  private static final String QUERY = "Query";

  private final Supplier<@Nullable VertxTelemetry> application;

  EngineTracer(Supplier<@Nullable VertxTelemetry> application) {
    this.application = application;
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
    VertxTelemetry telemetry = request instanceof Message ? application.get() : null;
    if (telemetry != null) {
      telemetry.receive(context, headers);
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
    VertxTelemetry telemetry = query || request instanceof Message ? application.get() : null;
    if (telemetry == null) {
      return null;
    }
    if (query) {
      return telemetry.start(context, SqlQuery.of(request, tags));
    }
    telemetry.send(headers);
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
