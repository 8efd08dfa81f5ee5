package io.heliograph.pipeline;

import io.heliograph.export.InstrumentationScope;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.context.Context;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Sees every log record when it is emitted, on the thread that does so.
 *
 * <p>Must be quick and thread-safe. Whatever it throws is counted and logged, and the processors
 * after it still run.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otel/logs/sdk/#logrecordprocessor">Log record
 *     processor</a>
 */
public interface LogRecordProcessor extends AutoCloseable {

  /** A log record was emitted; later processors and the destinations see what is changed here. */
  default void onEmit(Context context, ReadWriteLogRecord record) {}

  /**
   * Whether it wants a record like this. A logger is disabled when no processor and no destination
   * wants it; the answer does not filter what is emitted all the same.
   *
   * @param eventName null when not known
   */
  default boolean enabled(
      Context context, InstrumentationScope scope, Severity severity, @Nullable String eventName) {
    return true;
  }

  /**
   * Completes when all records emitted before have left this processor, false if some were lost.
   */
  default CompletionStage<Boolean> flush() {
    return CompletableFuture.completedFuture(true);
  }

  /** Called once, at shutdown. */
  @Override
  default void close() {}
}
