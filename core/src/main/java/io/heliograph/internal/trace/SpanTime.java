package io.heliograph.internal.trace;

import io.heliograph.pipeline.Clock;
import io.opentelemetry.api.trace.Span;

/**
 * A span's start, and what turns the monotonic clock into its trace's wall clock.
 *
 * <p>The local root reads the wall clock once; everything below it adds to that anchor, so that a
 * clock that jumps neither makes a duration negative nor moves a child out of its parent.
 *
 * @param startEpochNanos nanoseconds since the Unix epoch
 * @param offset wall clock minus monotonic clock, in nanoseconds
 */
record SpanTime(long startEpochNanos, long offset) {

  /**
   * @param explicitStart the caller's own start in nanoseconds since the epoch, 0 if none
   */
  static SpanTime start(Clock clock, Span parent, long explicitStart) {
    long now = clock.nanoTime();
    long offset =
        parent instanceof RecordingSpan local ? local.clockOffset() : clock.epochNanos() - now;
    return new SpanTime(explicitStart > 0 ? explicitStart : now + offset, offset);
  }
}
