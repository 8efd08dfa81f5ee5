package io.heliograph.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** Measures one place of a curve in this JVM, or, as {@link #main}, in a JVM of its own. */
public final class Probe implements AutoCloseable {

  private static final int WARMUP_STEPS = 5;
  private static final int ITERATIONS = 8;
  private static final long ITERATION_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final Work work;
  private final Crew crew;
  private final int threads;
  private final int runs;
  private long background;

  Probe(Curve curve, int x, String implementation) {
    List<Outlet> outlets = Growing.outlets(curve, x, Growing.timing(curve));
    this.work = Growing.open(curve, x, implementation, outlets);
    this.threads = curve.threads(x);
    this.runs = curve.runs(x);
    this.crew = new Crew(threads);
  }

  /**
   * Prints CPU nanoseconds of one run.
   *
   * @param arguments the curve, x, the implementation
   */
  public static void main(String[] arguments) {
    try (Probe probe =
        new Probe(Curve.titled(arguments[0]), Integer.parseInt(arguments[1]), arguments[2])) {
      Warmup.of(probe::round, WARMUP_STEPS);
      System.out.println(probe.best(ITERATIONS, ITERATION_NANOS));
    }
  }

  /** The best iteration's, since others can only slow it down; fails if an item was lost. */
  double best(int iterations, long iterationNanos) {
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < iterations; i++) {
      best = Math.min(best, iteration(iterationNanos));
    }
    work.flush();
    return best;
  }

  /** At least one round. */
  private double iteration(long nanos) {
    long spent = 0;
    long done = 0;
    do {
      spent += round();
      done += (long) runs * threads;
    } while (spent < nanos);
    return (double) spent / done;
  }

  private long round() {
    long spent = crew.run(work, runs);
    work.settle(runs * threads);
    long before = background;
    background = work.backgroundNanos();
    return spent + background - before;
  }

  @Override
  public void close() {
    crew.close();
    work.close();
  }
}
