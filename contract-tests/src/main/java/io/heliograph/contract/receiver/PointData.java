package io.heliograph.contract.receiver;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a point says: one number, a histogram, or that there is nothing to say. */
public sealed interface PointData {

  /** A number of either type; throws ClassCastException when it is none. */
  default double number() {
    throw new ClassCastException(this + " is no number");
  }

  /** A whole number. */
  record LongValue(long value) implements PointData {

    @Override
    public double number() {
      return value;
    }
  }

  /** A floating point number. */
  record DoubleValue(double value) implements PointData {

    @Override
    public double number() {
      return value;
    }
  }

  /** What a histogram of either kind may say about its measurements as a whole, null if not. */
  record Extent(@Nullable Double sum, @Nullable Double min, @Nullable Double max) {}

  /** A histogram with explicit bounds; one bucket more than bounds, or none of either. */
  record Histogram(long count, Extent extent, List<Double> bounds, List<Long> bucketCounts)
      implements PointData {}

  /** A histogram with exponential bounds. */
  record ExponentialHistogram(
      long count,
      Extent extent,
      int scale,
      double zeroThreshold,
      long zeroCount,
      Buckets positive,
      Buckets negative)
      implements PointData {}

  /** Buckets without a gap; the first has the index {@code offset}. */
  record Buckets(int offset, List<Long> counts) {}

  /** No value, as the flag of the point says. */
  record NoValue() implements PointData {}
}
