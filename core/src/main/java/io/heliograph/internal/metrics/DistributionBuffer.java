package io.heliograph.internal.metrics;

import io.heliograph.export.DistributionPoint;

/** What both kinds of histogram points have. */
abstract class DistributionBuffer extends PointBuffer implements DistributionPoint {

  final Spread spread = new Spread();
  private final boolean recordMinMax;

  DistributionBuffer(boolean recordMinMax) {
    this.recordMinMax = recordMinMax;
  }

  @Override
  void clear() {
    spread.clear();
  }

  @Override
  public final double sum() {
    return spread.sum;
  }

  @Override
  public final boolean hasMinMax() {
    return recordMinMax && count() > 0;
  }

  @Override
  public final double min() {
    return spread.min;
  }

  @Override
  public final double max() {
    return spread.max;
  }

  @Override
  public String toString() {
    return attributes() + "=" + count() + " values, sum " + sum();
  }
}
