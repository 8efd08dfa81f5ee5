package io.heliograph.instrumentation;

import io.heliograph.Heliograph;
import io.heliograph.internal.context.Suppression;
import io.heliograph.internal.diagnostics.Faults;
import io.heliograph.internal.sql.SqlDialect;
import io.heliograph.internal.sql.SqlTexts;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Records the SQL that an application runs, as the semantic conventions for database client spans
 * and metrics say.
 *
 * <p>{@code db.operation.name} is set for batches only: the conventions forbid to read it from a
 * statement that could hold several. Nothing here throws. Thread-safe; made once for each client.
 */
public final class DbClientInstrumentation {

  private final Tracer tracer;
  private final DbClientOptions options;
  private final Map<SqlDialect, SqlTexts> texts = new ConcurrentHashMap<>();
  private final DbClientMetrics metrics;
  private final Faults faults = Instrumentation.faults();

  /**
   * @param name the instrumentation scope's name, such as {@code io.heliograph.jdbc}
   */
  public DbClientInstrumentation(
      OpenTelemetry openTelemetry, DbClientOptions options, String name) {
    this.tracer = Instrumentation.tracer(openTelemetry, name);
    this.options = options;
    this.metrics = new DbClientMetrics(Instrumentation.meter(openTelemetry, name));
  }

  /** As an engine is configured; the name is as in the constructor. */
  public static DbClientInstrumentation of(Heliograph heliograph, String name) {
    return new DbClientInstrumentation(
        heliograph.openTelemetry(), DbClientOptions.from(heliograph.settings()), name);
  }

  /**
   * Starts the operation of one statement below the current context.
   *
   * @param prepared whether values are passed beside the text, so that it may be shown as written
   */
  public Operation<Void> start(DbTarget target, String sql, boolean prepared) {
    return start(target, sql, prepared, 1);
  }

  /**
   * Starts the operation of one statement that is run with several sets of parameters.
   *
   * @param batchSize how many; with exactly one it is no batch
   */
  public Operation<Void> start(DbTarget target, String sql, boolean prepared, int batchSize) {
    return start(target, () -> DbQuery.of(sql, prepared, batchSize, texts(target), options));
  }

  /** Starts the operation of several statements that are sent together. */
  public Operation<Void> startBatch(DbTarget target, List<String> statements) {
    return switch (statements.size()) {
      case 0 -> start(target, () -> new DbQuery(DbQuery.BATCH, null, 0));
      case 1 -> start(target, statements.get(0), false);
      default -> start(target, () -> DbQuery.ofAll(statements, texts(target), options));
    };
  }

  private Operation<Void> start(DbTarget target, Supplier<DbQuery> query) {
    Context parent = Context.current();
    if (Suppression.isSuppressed(parent)) {
      return new InertOperation<>(parent, faults);
    }
    try {
      return begin(parent, target, query.get());
    } catch (Throwable thrown) {
      faults.report("database client start", thrown);
      return new InertOperation<>(parent, faults);
    }
  }

  private Operation<Void> begin(Context parent, DbTarget target, DbQuery query) {
    SpanBuilder builder =
        tracer.spanBuilder(name(target, query)).setSpanKind(SpanKind.CLIENT).setParent(parent);
    AttributeSink attributes = builder::setAttribute;
    target.record(attributes);
    query.record(attributes);
    Span span = builder.startSpan();
    return new DbOperation(metrics, target, query, parent.with(span), span, faults);
  }

  private static String name(DbTarget target, DbQuery query) {
    if (query.summary() != null) {
      return query.summary();
    }
    String place = target.namespace() == null ? server(target) : target.namespace();
    return place == null ? target.system() : place;
  }

  private static @Nullable String server(DbTarget target) {
    String address = target.serverAddress();
    boolean ownPort = address == null || target.serverPort() < 0;
    return ownPort ? address : address + ":" + target.serverPort();
  }

  private SqlTexts texts(DbTarget target) {
    return texts.computeIfAbsent(SqlDialect.of(target.system()), SqlTexts::new);
  }
}
