package io.heliograph.pipeline;

/** Where the engine takes time from; tests give their own. Thread-safe. */
public interface Clock {

  /** Wall-clock time in nanoseconds since the Unix epoch; may jump. */
  long epochNanos();

  /** Monotonic time in nanoseconds from an arbitrary origin. */
  long nanoTime();

  /**
   * What to add to a monotonic time of now to get wall-clock time.
   *
   * <p>May be some milliseconds old: what was read near each other then shares one answer, and no
   * duration depends on it.
   */
  default long epochOffset(long nanoTime) {
    return epochNanos() - nanoTime;
  }

  /** The system's clocks. */
  static Clock system() {
    return new SystemClock();
  }
}
