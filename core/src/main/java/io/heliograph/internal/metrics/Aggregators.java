package io.heliograph.internal.metrics;

import io.heliograph.export.MetricType;
import io.heliograph.pipeline.Aggregation.ExponentialHistogram;

/** The kinds of aggregation. */
final class Aggregators {

  private Aggregators() {}

  /** The sum of all values. */
  record Sums(boolean isLong, SkipRule skips) implements Aggregator<NumberBuffer> {

    @Override
    public MetricType type() {
      return MetricType.SUM;
    }

    @Override
    public Cell<NumberBuffer> newCell() {
      return new NumberCell(true, skips);
    }

    @Override
    public NumberBuffer newPoint() {
      return new NumberBuffer(isLong);
    }
  }

  /** The last value, which one cell alone can know. */
  record LastValues(boolean isLong, SkipRule skips) implements Aggregator<NumberBuffer> {

    @Override
    public MetricType type() {
      return MetricType.GAUGE;
    }

    @Override
    public Cell<NumberBuffer> newCell() {
      return new NumberCell(false, skips);
    }

    @Override
    public NumberBuffer newPoint() {
      return new NumberBuffer(isLong);
    }

    @Override
    public boolean striped() {
      return false;
    }
  }

  /** Counts by boundaries, with an exemplar for each bucket if aligned. */
  record Histograms(Boundaries boundaries, boolean recordMinMax, boolean aligned, SkipRule skips)
      implements Aggregator<HistogramBuffer> {

    @Override
    public MetricType type() {
      return MetricType.HISTOGRAM;
    }

    @Override
    public Cell<HistogramBuffer> newCell() {
      return new HistogramCell(boundaries, aligned, skips);
    }

    @Override
    public HistogramBuffer newPoint() {
      return new HistogramBuffer(boundaries, recordMinMax);
    }
  }

  /** Counts by powers. */
  record Exponentials(ExponentialHistogram options, SkipRule skips)
      implements Aggregator<ExponentialBuffer> {

    @Override
    public MetricType type() {
      return MetricType.EXPONENTIAL_HISTOGRAM;
    }

    @Override
    public Cell<ExponentialBuffer> newCell() {
      return new ExponentialCell(options, skips);
    }

    @Override
    public ExponentialBuffer newPoint() {
      return new ExponentialBuffer(options);
    }
  }
}
