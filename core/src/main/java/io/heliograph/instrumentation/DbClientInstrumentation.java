package io.heliograph.instrumentation;

import io.heliograph.Heliograph;
import io.heliograph.internal.context.Suppression;
import io.heliograph.internal.diagnostics.Faults;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.List;
import java.util.function.Supplier;

/**
 * Records the SQL that an application runs, as the semantic conventions for database client spans
 * and metrics say.
 *
 * <p>{@code db.operation.name} is set for batches only: the conventions forbid to read it from a
 * statement that could hold several. Nothing here throws. Thread-safe; made once for each client.
 */
public final class DbClientInstrumentation {

  private final Tracer tracer;
  private final DbClientMetrics metrics;
  private final DbCalls calls;
  private final Faults faults = Instrumentation.faults();

  /**
   * @param name the instrumentation scope's name, such as {@code io.heliograph.jdbc}
   */
  public DbClientInstrumentation(
      OpenTelemetry openTelemetry, DbClientOptions options, String name) {
    this.tracer = Instrumentation.tracer(openTelemetry, name);
    this.metrics = new DbClientMetrics(Instrumentation.meter(openTelemetry, name));
    this.calls = new DbCalls(options, metrics);
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
    return prepared && batchSize == 1
        ? start(() -> calls.prepared(target, sql))
        : start(() -> calls.of(target, sql, prepared, batchSize));
  }

  /** Starts the operation of several statements that are sent together. */
  public Operation<Void> startBatch(DbTarget target, List<String> statements) {
    return switch (statements.size()) {
      case 0 -> start(() -> calls.ofNone(target));
      case 1 -> start(target, statements.get(0), false);
      default -> start(() -> calls.ofAll(target, statements));
    };
  }

  private Operation<Void> start(Supplier<DbCall> call) {
    Context parent = Context.current();
    if (Suppression.isSuppressed(parent)) {
      return new InertOperation<>(parent, faults);
    }
    try {
      return begin(parent, call.get());
    } catch (Throwable thrown) {
      faults.report("database client start", thrown);
      return new InertOperation<>(parent, faults);
    }
  }

  private Operation<Void> begin(Context parent, DbCall call) {
    Span span =
        tracer
            .spanBuilder(call.spanName())
            .setSpanKind(SpanKind.CLIENT)
            .setParent(parent)
            .setAllAttributes(call.attributes())
            .startSpan();
    return new DbOperation(metrics, call, parent.with(span), span, faults);
  }
}
