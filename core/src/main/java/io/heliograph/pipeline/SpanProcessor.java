package io.heliograph.pipeline;

import io.heliograph.export.ReadableSpan;
import io.opentelemetry.context.Context;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Sees every recording span when it starts and ends, on the thread that does so.
 *
 * <p>Must be quick and thread-safe. Whatever it throws is counted and logged, and the processors
 * after it still run.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otel/trace/sdk/#span-processor">Span
 *     processor</a>
 */
public interface SpanProcessor extends AutoCloseable {

  /** A span started; its attributes given to the builder are set. */
  default void onStart(Context parent, ReadWriteSpan span) {}

  /** A span is about to end and can still be changed, by the processors alone. */
  default void onEnding(ReadWriteSpan span) {}

  /** A span ended. */
  default void onEnd(ReadableSpan span) {}

  /** Completes when all spans ended before have left this processor, false if some were lost. */
  default CompletionStage<Boolean> flush() {
    return CompletableFuture.completedFuture(true);
  }

  /** Called once, at shutdown. */
  @Override
  default void close() {}
}
