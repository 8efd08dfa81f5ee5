package io.heliograph.instrumentation;

import io.heliograph.internal.attributes.PreparedAttributes;
import org.jspecify.annotations.Nullable;

/**
 * What all operations share that end the same way: made once for them.
 *
 * @param spanName the span's last name, {@code null} if it keeps the one it has
 * @param attributes that the span gets at its end
 * @param durations {@code null} if they are not measured
 */
record Outcome(
    @Nullable String spanName, PreparedAttributes attributes, @Nullable MetricSeries durations) {

  static final Outcome UNKNOWN = of(null);

  /** Of an operation whose span says nothing more. */
  static Outcome of(@Nullable MetricSeries durations) {
    return new Outcome(null, PreparedAttributes.NONE, durations);
  }
}
