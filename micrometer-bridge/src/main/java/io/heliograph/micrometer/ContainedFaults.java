package io.heliograph.micrometer;

import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where failures end of what users hang into observations: the first at each place is a warning,
 * the others are for debugging.
 */
final class ContainedFaults {

  private static final System.Logger LOGGER = System.getLogger(Bridge.SCOPE);

  private final Set<String> told = ConcurrentHashMap.newKeySet();

  /** Runs a step, which cannot fail what it observes. */
  void contain(String step, Runnable work) {
    try {
      work.run();
    } catch (Throwable thrown) {
      report(step, thrown);
    }
  }

  /** Names the class only: an exception's message may throw, or carry what must not be logged. */
  private void report(String step, Throwable thrown) {
    try {
      Level level = told.add(step) ? Level.WARNING : Level.DEBUG;
      LOGGER.log(
          level,
          () ->
              "Heliograph: "
                  + step
                  + " of an observation failed and was skipped: "
                  + thrown.getClass().getName());
    } catch (Throwable ignored) {
      // A logger that fails must not take the application with it.
    }
  }
}
