package io.heliograph.internal.metrics;

import io.heliograph.internal.otlp.KeptBytes;
import io.heliograph.internal.otlp.SeriesHistogram;
import java.util.Arrays;

/** A point of a histogram with explicit boundaries. */
final class HistogramBuffer extends DistributionBuffer implements SeriesHistogram {

  private final Boundaries boundaries;
  private final long[] counts;
  private long count;

  HistogramBuffer(Boundaries boundaries, boolean recordMinMax) {
    super(recordMinMax);
    this.boundaries = boundaries;
    this.counts = new long[boundaries.buckets()];
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
  public KeptBytes boundaryBytes() {
    return boundaries.bytes;
  }

  @Override
  public long[] counts() {
    return counts;
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
    return boundaries.upper(bucket);
  }
}
