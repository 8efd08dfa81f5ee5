package io.heliograph.internal.pipeline;

import java.util.function.LongConsumer;

/**
 * One place that items are delivered to.
 *
 * @param <T> the signal's item
 * @param deadline told at shutdown when retries must end, in nanoseconds of {@link System#nanoTime}
 */
public record Destination<T>(Batcher<T> batcher, LongConsumer deadline) {}
