package io.heliograph.internal.diagnostics;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Where failures of extensions end: counted, logged once a minute per extension, never rethrown.
 *
 * <p>{@link LinkageError}, {@link StackOverflowError} and {@link OutOfMemoryError} end here as
 * well: a telemetry engine that lets them pass would fail the request that it only watches.
 */
public final class Faults {

  private static final int MAX_COMPONENTS = 256;
  private static final String OTHERS = "others";

  private final ThrottledLog log;
  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

  public Faults(ThrottledLog log) {
    this.log = log;
  }

  /**
   * Reports what an extension threw.
   *
   * @param where the extension point, such as {@code sampler}
   */
  public void report(String where, Throwable thrown) {
    count(where);
    log.warn(
        where, () -> "Heliograph: " + where + " failed and was skipped: " + name(thrown), thrown);
  }

  private void count(String where) {
    boolean known = counts.size() < MAX_COMPONENTS || counts.containsKey(where);
    counts.computeIfAbsent(known ? where : OTHERS, any -> new LongAdder()).increment();
  }

  /** How many failures were reported since the start. */
  public long count() {
    return counts.values().stream().mapToLong(LongAdder::sum).sum();
  }

  /** The same by extension point. */
  public Map<String, Long> counts() {
    Map<String, Long> sums = new TreeMap<>();
    counts.forEach((where, count) -> sums.put(where, count.sum()));
    return sums;
  }

  /** Only the class: an exception's message may throw, or carry what must not be logged. */
  private static String name(Throwable thrown) {
    return thrown.getClass().getName();
  }
}
