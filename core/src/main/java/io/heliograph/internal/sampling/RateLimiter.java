package io.heliograph.internal.sampling;

import io.heliograph.pipeline.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A token bucket that holds a second's worth of tokens, at least one, and starts full. Lock-free.
 */
final class RateLimiter {

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  /** A century, so that differences of {@link Clock#nanoTime} never overflow. */
  private static final long NEVER = TimeUnit.DAYS.toNanos(36_525);

  private final double perSecond;
  private final Clock clock;
  private final long nanosPerToken;
  private final long capacityNanos;

  /** The time up to which tokens are spent: the bucket holds what has accrued since. */
  private final AtomicLong spentUntil;

  RateLimiter(double perSecond, Clock clock) {
    this.perSecond = perSecond;
    this.clock = clock;
    nanosPerToken = Math.min(NEVER, (long) (SECOND / perSecond));
    capacityNanos = Math.max(SECOND, nanosPerToken);
    spentUntil = new AtomicLong(clock.nanoTime() - capacityNanos);
  }

  /** Takes a token if there is one. */
  boolean tryAcquire() {
    if (perSecond == 0) {
      return false;
    }
    long now = clock.nanoTime();
    while (true) {
      long spent = spentUntil.get();
      long oldest = now - capacityNanos;
      long next = (spent - oldest < 0 ? oldest : spent) + nanosPerToken;
      if (next - now > 0) {
        return false;
      }
      if (spentUntil.compareAndSet(spent, next)) {
        return true;
      }
    }
  }

  double perSecond() {
    return perSecond;
  }
}
