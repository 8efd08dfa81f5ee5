package io.heliograph.pipeline;

import java.time.Instant;

/**
 * The JVM's wall clock at its full resolution and {@link System#nanoTime}.
 *
 * <p>The distance between them is kept for a moment: to read the wall clock costs as much as all
 * else that a root span does at its start, and under load they start microseconds apart. A wall
 * clock that somebody sets shows that much later.
 */
final class SystemClock implements Clock {

  private static final long KEPT_NANOS = 10_000_000;

  private record Distance(long measuredAt, long offset) {}

  private volatile Distance distance = measure();

  @Override
  public long epochNanos() {
    Instant now = Instant.now();
    return now.getEpochSecond() * 1_000_000_000L + now.getNano();
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public long epochOffset(long nanoTime) {
    Distance known = distance;
    if (nanoTime - known.measuredAt >= KEPT_NANOS) {
      known = measure();
      distance = known;
    }
    return known.offset;
  }

  private Distance measure() {
    long now = nanoTime();
    return new Distance(now, epochNanos() - now);
  }
}
