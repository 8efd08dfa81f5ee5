package io.heliograph.benchmarks;

import java.util.concurrent.TimeUnit;

/** A piece of work that is done again and again, by one implementation. For one thread. */
interface Work extends AutoCloseable {

  /** What one does with a queue that does not drain. */
  long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

  /**
   * Does it once.
   *
   * @return what came of it, so that the compiler cannot leave it out
   */
  Object run();

  /** Waits until the queues have room for as many again. */
  default void settle(int runs) {}

  /** CPU nanoseconds that threads other than the caller's have spent on it so far. */
  default long backgroundNanos() {
    return 0;
  }

  /** What came of {@link #run}, for the comparison of both sides; empty if it was exported. */
  default String text(Object result) {
    return "";
  }

  /** Delivers what is left. */
  default void flush() {}

  @Override
  default void close() {}
}
