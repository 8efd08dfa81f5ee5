package io.heliograph.internal.metrics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Counts by explicit boundaries. */
final class HistogramCell extends Cell<HistogramBuffer> {

  private final double[] boundaries;
  private final long[] counts;
  private final Spread spread = new Spread();

  /** Null unless each bucket has an exemplar of its own. */
  private final @Nullable BucketSampling sampling;

  HistogramCell(double[] boundaries, boolean aligned, SkipRule skips) {
    super(skips);
    this.boundaries = boundaries;
    this.counts = new long[boundaries.length + 1];
    this.sampling = aligned && !skips.never() ? new BucketSampling(counts.length, skips) : null;
  }

  @Override
  boolean add(long value) {
    return add((double) value);
  }

  @Override
  boolean add(double value) {
    int bucket = bucket(boundaries, value);
    long number = ++counts[bucket];
    spread.add(value);
    boolean candidate = count();
    return sampling == null ? candidate : sampling.isCandidate(bucket, number);
  }

  /** The first bucket whose boundary is not below the value. */
  static int bucket(double[] boundaries, double value) {
    int low = 0;
    int high = boundaries.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (boundaries[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Override
  void accepted(double value) {
    if (sampling == null) {
      super.accepted(value);
    } else {
      int bucket = bucket(boundaries, value);
      sampling.accepted(bucket, counts[bucket]);
    }
  }

  @Override
  void restart() {
    super.restart();
    if (sampling != null) {
      sampling.restart(counts);
    }
  }

  @Override
  void drain(HistogramBuffer into, boolean reset) {
    into.add(counts);
    into.spread.merge(spread);
    if (reset) {
      Arrays.fill(counts, 0);
      spread.clear();
    }
  }
}
