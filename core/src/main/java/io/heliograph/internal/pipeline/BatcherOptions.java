package io.heliograph.internal.pipeline;

import java.time.Duration;

/**
 * How one destination's batcher behaves.
 *
 * @param name of the destination, for the thread and the log
 * @param maxQueueItems items waiting, the rest is dropped and counted
 * @param maxQueueBytes estimated bytes waiting and in flight
 * @param batchSize items in one export at most
 * @param delay the longest an item waits for its batch to fill
 * @param concurrency exports in flight at most
 * @param exportTimeout after which an export that has not answered counts as failed
 */
public record BatcherOptions(
    String name,
    int maxQueueItems,
    long maxQueueBytes,
    int batchSize,
    Duration delay,
    int concurrency,
    Duration exportTimeout) {}
