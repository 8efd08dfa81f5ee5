package io.heliograph.export;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * Delivers batches of one signal to one destination.
 *
 * <p>{@link #export} is called by one thread at a time and must not block it for long; several
 * batches may be in flight. An exception it throws counts the batch as {@link
 * DropReason#EXPORTER_FAILED}.
 *
 * @param <T> the signal's item, such as {@link ReadableSpan}
 * @see <a href="https://opentelemetry.io/docs/specs/otel/trace/sdk/#span-exporter">Span
 *     exporter</a>
 */
public interface Exporter<T> extends AutoCloseable {

  /**
   * How many items a batch counts as: points for metrics, else its elements.
   *
   * <p>An {@link ExportResult} has to account for so many.
   */
  static int items(List<?> batch) {
    return batch.isEmpty() || !(batch.get(0) instanceof MetricData)
        ? batch.size()
        : batch.stream().mapToInt(metric -> ((MetricData) metric).points().size()).sum();
  }

  /**
   * Exports a batch and answers exactly once, from any thread.
   *
   * @param batch never empty, never changed after the call
   * @param done takes the truth about every item of the batch
   */
  void export(List<T> batch, Consumer<ExportResult> done);

  /**
   * Whether items may still be looked at after the batch has been answered; true unless said
   * otherwise. If false, the engine may use the objects again for the next batch.
   */
  default boolean keepsItems() {
    return true;
  }

  /**
   * Completes when everything exported before has reached its final place, false if some did not.
   */
  default CompletionStage<Boolean> flush() {
    return CompletableFuture.completedFuture(true);
  }

  /**
   * Gives up what is still in flight, answering each batch, and frees all resources. Idempotent.
   */
  @Override
  default void close() {}
}
