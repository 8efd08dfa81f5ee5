package io.heliograph.internal.diagnostics;

import java.util.concurrent.atomic.LongAdder;

/**
 * Where failures of extensions end: counted, logged once a minute per extension, never rethrown.
 *
 * <p>{@link LinkageError}, {@link StackOverflowError} and {@link OutOfMemoryError} end here as
 * well: a telemetry engine that lets them pass would fail the request that it only watches.
 */
public final class Faults {

  private final ThrottledLog log;
  private final LongAdder count = new LongAdder();

  public Faults(ThrottledLog log) {
    this.log = log;
  }

  /**
   * Reports what an extension threw.
   *
   * @param where the extension point, such as {@code sampler}
   */
  public void report(String where, Throwable thrown) {
    count.increment();
    log.warn(
        where, () -> "Heliograph: " + where + " failed and was skipped: " + name(thrown), thrown);
  }

  /** How many failures were reported since the start. */
  public long count() {
    return count.sum();
  }

  /** Only the class: an exception's message may throw, or carry what must not be logged. */
  private static String name(Throwable thrown) {
    return thrown.getClass().getName();
  }
}
