package io.heliograph.benchmarks;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;

/**
 * Does work until the compiler has nothing left to do with it. On a busy machine seconds on the
 * wall say nothing about that: with a tenth of a processor, five of them leave much of the official
 * Instrumenter to the interpreter.
 */
final class Warmup {

  /** Set in the JVMs that measure; the tests only run. */
  static final String PROPERTY = "benchmarks.warmup";

  private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final long QUIET_MILLIS = 5;
  private static final int MOST_STEPS = 10;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();

  private Warmup() {}

  /**
   * Warms up, if asked to.
   *
   * @param runs between which the queues drain
   */
  static void of(Work work, int runs) {
    if (!Boolean.getBoolean(PROPERTY)) {
      return;
    }
    step(work, runs);
    long compiled;
    int steps = 1;
    do {
      compiled = COMPILER.getTotalCompilationTime();
      step(work, runs);
      steps++;
    } while (COMPILER.getTotalCompilationTime() - compiled > QUIET_MILLIS && steps < MOST_STEPS);
  }

  /** Half a second of this thread's CPU time. */
  private static void step(Work work, int runs) {
    long start = THREADS.getCurrentThreadCpuTime();
    while (THREADS.getCurrentThreadCpuTime() - start < STEP_NANOS) {
      for (int i = 0; i < runs; i++) {
        Object unused = work.run();
      }
      work.settle(runs);
    }
  }
}
