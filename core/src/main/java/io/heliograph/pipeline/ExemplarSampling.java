package io.heliograph.pipeline;

import java.util.function.Supplier;

/**
 * Which reservoir the series of a stream use.
 *
 * @see <a
 *     href="https://opentelemetry.io/docs/specs/otel/metrics/sdk/#exemplarreservoir">ExemplarReservoir</a>
 */
public sealed interface ExemplarSampling {

  /**
   * A uniform sample of all measurements; the default but for explicit histograms.
   *
   * @param size how many exemplars, at least 1
   */
  static ExemplarSampling simpleFixedSize(int size) {
    return new SimpleFixedSize(size);
  }

  /** One exemplar for each bucket; on what has no explicit buckets, one in all. */
  static ExemplarSampling alignedHistogramBucket() {
    return new AlignedHistogramBucket();
  }

  /** One's own, made for each series. */
  static ExemplarSampling custom(Supplier<? extends ExemplarReservoir> reservoirs) {
    return new Custom(reservoirs);
  }

  /** See {@link #simpleFixedSize}. */
  record SimpleFixedSize(int size) implements ExemplarSampling {

    /** Checks the size. */
    public SimpleFixedSize {
      if (size < 1) {
        throw new IllegalArgumentException("size must be at least 1: " + size);
      }
    }
  }

  /** See {@link #alignedHistogramBucket}. */
  record AlignedHistogramBucket() implements ExemplarSampling {}

  /** See {@link #custom}. */
  record Custom(Supplier<? extends ExemplarReservoir> reservoirs) implements ExemplarSampling {}
}
