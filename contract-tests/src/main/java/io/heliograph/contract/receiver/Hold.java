package io.heliograph.contract.receiver;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets request threads wait as scripted, and frees them all when the receiver closes. */
final class Hold implements AutoCloseable {

  private final CountDownLatch closed = new CountDownLatch(1);

  /** Waits; returns false when the receiver closed meanwhile. */
  boolean pause(Duration duration) {
    try {
      return duration.isZero() || !closed.await(duration.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Waits until the receiver closes. */
  void untilClosed() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  boolean isClosed() {
    return closed.getCount() == 0;
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
