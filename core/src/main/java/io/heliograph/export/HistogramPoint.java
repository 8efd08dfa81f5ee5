package io.heliograph.export;

/** A point of a histogram with explicit boundaries. */
public interface HistogramPoint extends DistributionPoint {

  /** One more than there are boundaries. */
  int buckets();

  /** Values in a bucket: over the boundary before it, up to and including {@link #boundary}. */
  long bucketCount(int bucket);

  /** A bucket's upper boundary; the last bucket has none. */
  double boundary(int bucket);
}
