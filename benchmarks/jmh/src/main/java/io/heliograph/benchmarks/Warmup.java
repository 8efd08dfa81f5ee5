package io.heliograph.benchmarks;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

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
    of(
        () -> {
          long start = THREADS.getCurrentThreadCpuTime();
          for (int i = 0; i < runs; i++) {
            Object unused = work.run();
          }
          work.settle(runs);
          return THREADS.getCurrentThreadCpuTime() - start;
        },
        MOST_STEPS);
  }

  /**
   * Warms up, if asked to.
   *
   * @param round does some of the work and says how many nanoseconds of CPU time that took
   * @param mostSteps of half a second, if the compiler is not done before
   */
  static void of(LongSupplier round, int mostSteps) {
    if (!Boolean.getBoolean(PROPERTY)) {
      return;
    }
    step(round);
    long compiled;
    int steps = 1;
    do {
      compiled = COMPILER.getTotalCompilationTime();
      step(round);
      steps++;
    } while (COMPILER.getTotalCompilationTime() - compiled > QUIET_MILLIS && steps < mostSteps);
  }

  /** Half a second of CPU time. */
  private static void step(LongSupplier round) {
    long spent = 0;
    while (spent < STEP_NANOS) {
      spent += round.getAsLong();
    }
  }
}
