package io.heliograph.internal.send;

/** Time, and what is to be done later; tests give one that they move by hand. Thread-safe. */
public interface Timer {

  /** Monotonic time in nanoseconds from an arbitrary origin. */
  long nanoTime();

  /** Runs a task once after a delay; a negative delay means now. */
  Task schedule(Runnable task, long delayNanos);

  /** A scheduled task. */
  interface Task {

    /** Takes the task back if it has not started. */
    void cancel();
  }
}
