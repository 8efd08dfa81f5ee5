package io.heliograph.internal.metrics;

import io.heliograph.pipeline.Aggregation.ExponentialHistogram;

/** Counts by exponential boundaries. */
final class ExponentialCell extends Cell<ExponentialBuffer> {

  private final ExponentialCounts counts;
  private final Spread spread = new Spread();

  ExponentialCell(ExponentialHistogram options, SkipRule skips) {
    super(skips);
    this.counts = new ExponentialCounts(options.maxSize(), options.maxScale());
  }

  @Override
  boolean add(long value, int bucket) {
    return add((double) value, bucket);
  }

  @Override
  boolean add(double value, int bucket) {
    counts.add(value);
    spread.add(value);
    return count();
  }

  @Override
  void drain(ExponentialBuffer into, boolean reset) {
    into.counts.merge(counts);
    into.spread.merge(spread);
    if (reset) {
      counts.clear();
      spread.clear();
    }
  }
}
