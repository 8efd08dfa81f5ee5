package io.heliograph.internal.pipeline;

import io.heliograph.internal.diagnostics.DeliveryHistory;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * One place that items are delivered to.
 *
 * @param <T> the signal's item
 * @param history of what the batcher exported
 * @param deadline told at shutdown when retries must end, in nanoseconds of {@link System#nanoTime}
 * @param possibleDuplicates counts items that were sent again although they may have been taken
 */
public record Destination<T>(
    Batcher<T> batcher,
    Target target,
    DeliveryHistory history,
    LongConsumer deadline,
    LongSupplier possibleDuplicates) {}
