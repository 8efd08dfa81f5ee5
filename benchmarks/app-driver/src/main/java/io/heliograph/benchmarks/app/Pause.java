package io.heliograph.benchmarks.app;

/** Waiting. */
final class Pause {

  /** A batch that waits is sent in this time, and belongs to the request that filled it. */
  private static final long DRAIN_MILLIS = 1_500;

  private Pause() {}

  static void untilDrained() {
    millis(DRAIN_MILLIS);
  }

  static void millis(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", e);
    }
  }
}
