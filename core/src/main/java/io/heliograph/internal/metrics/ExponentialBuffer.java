package io.heliograph.internal.metrics;

import io.heliograph.export.ExponentialPoint;
import io.heliograph.pipeline.Aggregation.ExponentialHistogram;

/** A point of an exponential histogram. */
final class ExponentialBuffer extends DistributionBuffer implements ExponentialPoint {

  final ExponentialCounts counts;

  ExponentialBuffer(ExponentialHistogram options) {
    super(options.recordMinMax());
    this.counts = new ExponentialCounts(options.maxSize(), options.maxScale());
  }

  @Override
  void clear() {
    super.clear();
    counts.clear();
  }

  @Override
  public long count() {
    return counts.count;
  }

  @Override
  public int scale() {
    return counts.scale();
  }

  @Override
  public long zeroCount() {
    return counts.zeros;
  }

  @Override
  public Buckets positive() {
    return counts.positive;
  }

  @Override
  public Buckets negative() {
    return counts.negative;
  }
}
