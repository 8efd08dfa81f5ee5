package io.heliograph.internal.metrics;

import java.time.Duration;

/**
 * How a periodic reader behaves.
 *
 * @param name of the destination, for the thread and the log
 * @param interval between the starts of two collections
 * @param timeout after which a batch that is not answered counts as failed
 * @param maxExportBatchSize points in one export at most
 */
public record PeriodicOptions(
    String name, Duration interval, Duration timeout, int maxExportBatchSize) {

  /** No bound but that of the encoder's requests. */
  public static final int UNBOUNDED = Integer.MAX_VALUE;
}
