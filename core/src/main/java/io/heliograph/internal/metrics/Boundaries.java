package io.heliograph.internal.metrics;

import io.heliograph.internal.otlp.KeptBytes;

/** The explicit boundaries of one stream's buckets, ascending. */
final class Boundaries {

  /** Where the encoder keeps them. */
  final KeptBytes bytes = new KeptBytes();

  private final double[] values;

  Boundaries(double[] values) {
    this.values = values;
  }

  /** One more than there are boundaries. */
  int buckets() {
    return values.length + 1;
  }

  /** A bucket's upper boundary; the last bucket has none. */
  double upper(int bucket) {
    return values[bucket];
  }

  /**
   * The first bucket whose boundary is not below the value. Most work is shorter than the first
   * boundary of its durations: that is seen before half of the others are read.
   */
  int bucket(double value) {
    return values.length > 0 && value <= values[0] ? 0 : search(value);
  }

  private int search(double value) {
    int low = 0;
    int high = values.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (values[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
