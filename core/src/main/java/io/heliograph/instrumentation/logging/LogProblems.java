package io.heliograph.instrumentation.logging;

import org.jspecify.annotations.Nullable;

/** Where a logging framework wants to hear of its own problems. Thread-safe. */
@FunctionalInterface
public interface LogProblems {

  /**
   * Tells one.
   *
   * @param cause null if nothing was thrown
   */
  void report(String problem, @Nullable Throwable cause);
}
