package io.heliograph.internal.pipeline;

import io.heliograph.export.ReadableSpan;
import java.util.function.LongConsumer;

/**
 * One place that spans are delivered to.
 *
 * @param deadline told at shutdown when retries must end, in nanoseconds of {@link System#nanoTime}
 */
public record Destination(Batcher<ReadableSpan> batcher, LongConsumer deadline) {}
