package io.heliograph.export;

/**
 * A point of a base-2 exponential histogram.
 *
 * @see <a
 *     href="https://opentelemetry.io/docs/specs/otel/metrics/data-model/#exponentialhistogram">ExponentialHistogram</a>
 */
public interface ExponentialPoint extends DistributionPoint {

  /** The buckets' base is 2 to the power of 2 to the power of the negative scale. */
  int scale();

  /** How many values were zero. */
  long zeroCount();

  Buckets positive();

  Buckets negative();

  /** Counts of neighbouring buckets. */
  interface Buckets {

    /** The index of the first bucket, whose lower boundary is the base to this power. */
    int offset();

    int size();

    /** Values in the bucket of index {@code offset() + position}. */
    long count(int position);
  }
}
