package io.heliograph.benchmarks;

/** Values that fall into different buckets, always the same ones. */
final class Durations {

  private static final double[] VALUES = {
    3.5, 7.25, 12, 31, 48, 64, 5.5, 120, 2.25, 260, 18, 9.75, 41, 77, 510, 15.5
  };

  private int next;

  double next() {
    return VALUES[next++ & VALUES.length - 1];
  }
}
