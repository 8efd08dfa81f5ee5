package io.heliograph.pipeline;

import java.time.Instant;

/** Where the engine takes time from; tests give their own. Thread-safe. */
public interface Clock {

  /** Wall-clock time in nanoseconds since the Unix epoch; may jump. */
  long epochNanos();

  /** Monotonic time in nanoseconds from an arbitrary origin. */
  long nanoTime();

  /** The system's clocks. */
  static Clock system() {
    return SystemClock.INSTANCE;
  }

  /** The JVM's wall clock at its full resolution and {@link System#nanoTime}. */
  enum SystemClock implements Clock {
    INSTANCE;

    @Override
    public long epochNanos() {
      Instant now = Instant.now();
      return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    @Override
    public long nanoTime() {
      return System.nanoTime();
    }
  }
}
