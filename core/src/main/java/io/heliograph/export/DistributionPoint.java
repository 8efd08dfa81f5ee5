package io.heliograph.export;

/** What both kinds of histogram points have. */
public interface DistributionPoint extends MetricPoint {

  /** How many values. */
  long count();

  /** The values' sum. */
  double sum();

  /** Whether {@link #min} and {@link #max} were recorded. */
  boolean hasMinMax();

  double min();

  double max();
}
