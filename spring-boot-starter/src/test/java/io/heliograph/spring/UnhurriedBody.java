package io.heliograph.spring;

import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A request body whose second half comes when its first half has arrived. */
final class UnhurriedBody extends InputStream {

  private static final int HALF = 1 << 20;
  private static final long PATIENCE_SECONDS = 20;

  private final CountDownLatch arrived;
  private int read;
  private boolean sentEarly;

  UnhurriedBody(CountDownLatch arrived) {
    this.arrived = arrived;
  }

  /** Whether the first half arrived before the second was asked for, or soon after. */
  boolean sentEarly() {
    return sentEarly;
  }

  @Override
  public int read() {
    if (read == HALF) {
      awaitArrival();
    }
    return read++ < 2 * HALF ? 'x' : -1;
  }

  private void awaitArrival() {
    try {
      sentEarly = arrived.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
