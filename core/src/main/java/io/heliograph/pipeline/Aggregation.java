package io.heliograph.pipeline;

import java.util.List;

/**
 * How measurements become points.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otel/metrics/sdk/#aggregation">Aggregation</a>
 */
public sealed interface Aggregation {

  /** The reader's choice by the instrument's kind. */
  static Aggregation defaults() {
    return new Default();
  }

  /** Nothing is kept. */
  static Aggregation drop() {
    return new Drop();
  }

  /** The sum of all values. */
  static Aggregation sum() {
    return new Sum();
  }

  /** The value that came last. */
  static Aggregation lastValue() {
    return new LastValue();
  }

  /** A histogram with the instrument's advised boundaries, or the specification's. */
  static Aggregation explicitHistogram() {
    return new ExplicitHistogram(null, true);
  }

  /**
   * A histogram with these boundaries.
   *
   * @param boundaries finite and ascending, else {@link IllegalArgumentException}
   */
  static Aggregation explicitHistogram(List<Double> boundaries) {
    return new ExplicitHistogram(boundaries, true);
  }

  /** A base-2 exponential histogram of at most 160 buckets a sign and the finest scale 20. */
  static Aggregation exponentialHistogram() {
    return new ExponentialHistogram(160, 20, true);
  }

  /** See {@link #defaults}. */
  record Default() implements Aggregation {}

  /** See {@link #drop}. */
  record Drop() implements Aggregation {}

  /** See {@link #sum}. */
  record Sum() implements Aggregation {}

  /** See {@link #lastValue}. */
  record LastValue() implements Aggregation {}

  /**
   * Explicit boundaries.
   *
   * @param boundaries null for the instrument's advice or the default
   */
  record ExplicitHistogram(
      @org.jspecify.annotations.Nullable List<Double> boundaries, boolean recordMinMax)
      implements Aggregation {

    /** Copies and checks the boundaries. */
    public ExplicitHistogram {
      boundaries = boundaries == null ? null : checked(boundaries);
    }

    private static List<Double> checked(List<Double> boundaries) {
      double last = Double.NEGATIVE_INFINITY;
      for (double boundary : boundaries) {
        if (!(boundary > last) || boundary == Double.POSITIVE_INFINITY) {
          throw new IllegalArgumentException(
              "bucket boundaries must be finite and ascending: " + boundaries);
        }
        last = boundary;
      }
      return List.copyOf(boundaries);
    }
  }

  /**
   * Base-2 exponential buckets.
   *
   * @param maxSize buckets a sign, 2 to 16,384
   * @param maxScale the finest scale, -10 to 20
   */
  record ExponentialHistogram(int maxSize, int maxScale, boolean recordMinMax)
      implements Aggregation {

    /** Checks the ranges. */
    public ExponentialHistogram {
      if (maxSize < 2 || maxSize > 16_384 || maxScale < -10 || maxScale > 20) {
        throw new IllegalArgumentException(
            "maxSize must be 2 to 16384 and maxScale -10 to 20: " + maxSize + ", " + maxScale);
      }
    }
  }
}
