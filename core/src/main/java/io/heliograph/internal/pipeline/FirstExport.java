package io.heliograph.internal.pipeline;

import java.time.Duration;

/**
 * From when on a batch leaves that is not full: the first lines that an application logs come while
 * it starts, and to open a connection then costs a tenth of a second of CPU time when it is scarce.
 * Times are nanoseconds of one monotonic clock. Thread-safe.
 */
final class FirstExport {

  private static final int DELAYS_OF_A_START = 30;

  /** For the first requests, which are slow enough. */
  private static final int DELAYS_AFTER_START = 3;

  private final long delayNanos;
  private volatile long earliestNanos;

  FirstExport(long nowNanos, Duration delay) {
    this.delayNanos = delay.toNanos();
    this.earliestNanos = nowNanos + DELAYS_OF_A_START * delayNanos;
  }

  /** Brings it forward, never back. */
  synchronized void startIsOver(long nowNanos) {
    long soon = nowNanos + DELAYS_AFTER_START * delayNanos;
    if (soon - earliestNanos < 0) {
      earliestNanos = soon;
    }
  }

  boolean mayCome(long nowNanos) {
    return nowNanos - earliestNanos >= 0;
  }
}
