package io.heliograph.quarkus;

import io.heliograph.config.Part;
import io.heliograph.instrumentation.DbClientInstrumentation;
import io.heliograph.instrumentation.DbClientOptions;
import io.heliograph.instrumentation.Operation;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.vertx.core.eventbus.Message;
import jakarta.inject.Singleton;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What the tracer that Vert.x asks does for the application that is running now. */
@Singleton
public class VertxCalls {

  private final Engine engine;
  private final Lazy<DbClientInstrumentation> databases;

  VertxCalls(Engine engine) {
    this.engine = engine;
    this.databases =
        new Lazy<>(
            () ->
                new DbClientInstrumentation(
                    engine.openTelemetry(),
                    DbClientOptions.from(engine.settings()),
                    "io.heliograph.quarkus.sqlclient"));
  }

  /** A message takes the context of its sender with it. */
  void send(BiConsumer<String, String> headers) {
    if (engine.records(Part.ASYNC)) {
      propagator().inject(Context.current(), headers, (to, key, value) -> put(to, key, value));
    }
  }

  private static void put(@Nullable BiConsumer<String, String> headers, String name, String value) {
    if (headers != null) {
      headers.accept(name, value);
    }
  }

  /** What a message causes belongs to its sender. */
  void receive(io.vertx.core.Context consumer, Message<?> message) {
    if (engine.records(Part.ASYNC)) {
      DuplicatedContextStorage.set(
          consumer, propagator().extract(Context.root(), message, MessageGetter.INSTANCE));
    }
  }

  private TextMapPropagator propagator() {
    return engine.openTelemetry().getPropagators().getTextMapPropagator();
  }

  /**
   * Starts a query below what is current where it was made.
   *
   * @param caller the Vert.x context that waits for the answer
   */
  @SuppressWarnings("try") // the scope is only to be closed
  @Nullable Operation<Void> start(io.vertx.core.Context caller, SqlQuery query) {
    if (!engine.records(Part.JDBC)) {
      return null;
    }
    try (Scope ignored = DuplicatedContextStorage.of(caller).makeCurrent()) {
      return databases.get().start(query.target(), query.text(), query.prepared(), query.size());
    }
  }
}
