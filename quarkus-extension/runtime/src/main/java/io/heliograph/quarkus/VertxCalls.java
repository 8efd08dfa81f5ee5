package io.heliograph.quarkus;

import io.heliograph.ApplicationEngine;
import io.heliograph.config.Part;
import io.heliograph.instrumentation.DbClientInstrumentation;
import io.heliograph.instrumentation.MessageHeaders;
import io.heliograph.instrumentation.Operation;
import io.opentelemetry.context.Scope;
import io.vertx.core.Context;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the tracer that Vert.x asks does for the application that is running now. */
@Singleton
public class VertxCalls {

  private static final String SCOPE = "io.heliograph.quarkus.sqlclient";

  private final ApplicationEngine engine;
  private final Supplier<DbClientInstrumentation> databases;

  VertxCalls(ApplicationEngine engine) {
    this.engine = engine;
    this.databases = engine.lazily(started -> DbClientInstrumentation.of(started, SCOPE));
  }

  /** A message takes the context of its sender with it. */
  void send(BiConsumer<String, String> headers) {
    if (engine.records(Part.ASYNC)) {
      MessageHeaders.inject(engine.heliograph().openTelemetry(), headers);
    }
  }

  /** What a message causes belongs to its sender. */
  void receive(Context consumer, Iterable<Map.Entry<String, String>> headers) {
    if (engine.records(Part.ASYNC)) {
      DuplicatedContextStorage.set(
          consumer, MessageHeaders.extract(engine.heliograph().openTelemetry(), headers));
    }
  }

  /**
   * Starts a query below what is current where it was made.
   *
   * @param caller the Vert.x context that waits for the answer
   */
  @SuppressWarnings("try") // the scope is only to be closed
  @Nullable Operation<Void> start(Context caller, SqlQuery query) {
    if (!engine.records(Part.JDBC)) {
      return null;
    }
    try (Scope ignored = DuplicatedContextStorage.of(caller).makeCurrent()) {
      return databases.get().start(query.target(), query.text(), query.prepared(), query.size());
    }
  }
}
