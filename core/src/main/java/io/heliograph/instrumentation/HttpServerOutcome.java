package io.heliograph.instrumentation;

import org.jspecify.annotations.Nullable;

/**
 * What all requests share that have the same method, route, status and error: made once for them.
 *
 * @param status {@code null} if none was sent
 * @param durations {@code null} if they are not measured
 */
record HttpServerOutcome(
    String spanName, @Nullable Long status, @Nullable MetricSeries durations) {}
