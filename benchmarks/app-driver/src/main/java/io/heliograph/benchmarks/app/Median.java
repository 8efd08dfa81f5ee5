package io.heliograph.benchmarks.app;

import java.util.stream.DoubleStream;

/** The middle of some figures, which one bad round does not move. */
final class Median {

  private Median() {}

  /** The mean of the two in the middle if their number is even; 0 for none. */
  static double of(DoubleStream figures) {
    double[] sorted = figures.sorted().toArray();
    if (sorted.length == 0) {
      return 0;
    }
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
