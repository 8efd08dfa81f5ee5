package io.heliograph.internal.pipeline;

import io.heliograph.config.BatchSettings;
import io.heliograph.config.Signal;
import java.time.Duration;

/**
 * How one destination's batcher behaves.
 *
 * @param signal what is batched, for the thread and the log
 * @param name of the destination, for the same
 * @param maxQueueItems items waiting, the rest is dropped and counted
 * @param maxQueueBytes estimated bytes waiting and in flight
 * @param batchSize items in one export at most
 * @param delay the longest an item waits for its batch to fill
 * @param concurrency exports in flight at most
 * @param exportTimeout after which an export that has not answered counts as failed
 */
public record BatcherOptions(
    Signal signal,
    String name,
    int maxQueueItems,
    long maxQueueBytes,
    int batchSize,
    Duration delay,
    int concurrency,
    Duration exportTimeout) {

  /** The destination as threads and messages name it. */
  String label() {
    return signal + "-" + name;
  }

  /** The keys of the two bounds, for the message that says what to do. */
  String boundKeys() {
    BatchSettings settings = BatchSettings.of(signal);
    return settings.maxQueueSize() + " and " + settings.maxQueueBytes();
  }
}
