package io.heliograph.internal.metrics;

import io.heliograph.export.HistogramPoint;
import java.util.Arrays;

/** A point of a histogram with explicit boundaries. */
final class HistogramBuffer extends DistributionBuffer implements HistogramPoint {

  private final double[] boundaries;
  private final long[] counts;
  private long count;

  HistogramBuffer(double[] boundaries, boolean recordMinMax) {
    super(recordMinMax);
    this.boundaries = boundaries;
    this.counts = new long[boundaries.length + 1];
  }

  void add(long[] more) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += more[i];
      count += more[i];
    }
  }

  @Override
  void clear() {
    super.clear();
    Arrays.fill(counts, 0);
    count = 0;
  }

  @Override
  public long count() {
    return count;
  }

  @Override
  public int buckets() {
    return counts.length;
  }

  @Override
  public long bucketCount(int bucket) {
    return counts[bucket];
  }

  @Override
  public double boundary(int bucket) {
    return boundaries[bucket];
  }
}
