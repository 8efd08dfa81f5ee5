package io.heliograph.internal.metrics;

import java.time.Duration;

/**
 * How a periodic reader behaves.
 *
 * @param name for the thread and the log
 * @param interval between the starts of two collections
 * @param maxExportBatchSize points that a metric is handed on with at most
 */
public record PeriodicOptions(String name, Duration interval, int maxExportBatchSize) {}
