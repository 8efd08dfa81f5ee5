package io.heliograph;

import io.heliograph.pipeline.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Two clocks that stand still until a test moves them. */
public final class FakeClock implements Clock {

  public static final long START_EPOCH_NANOS = 1_700_000_000_000_000_000L;

  private final AtomicLong epochNanos = new AtomicLong(START_EPOCH_NANOS);
  private final AtomicLong nanoTime = new AtomicLong(42);

  @Override
  public long epochNanos() {
    return epochNanos.get();
  }

  @Override
  public long nanoTime() {
    return nanoTime.get();
  }

  /** Time passes: both clocks move. */
  public void advance(Duration duration) {
    epochNanos.addAndGet(duration.toNanos());
    nanoTime.addAndGet(duration.toNanos());
  }

  /** Somebody sets the wall clock: only it moves. */
  public void setWallClock(Duration difference) {
    epochNanos.addAndGet(difference.toNanos());
  }
}
