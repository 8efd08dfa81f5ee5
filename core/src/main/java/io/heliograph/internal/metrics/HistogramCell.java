package io.heliograph.internal.metrics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Counts by explicit boundaries. */
final class HistogramCell extends Cell<HistogramBuffer> {

  private final long[] counts;
  private final Spread spread = new Spread();

  /** Whether each bucket has an exemplar of its own. */
  private final boolean aligned;

  private final SkipRule skips;

  /** Null until the first exemplar: most series of most programs never have one. */
  private @Nullable BucketSampling sampling;

  HistogramCell(Boundaries boundaries, boolean aligned, SkipRule skips) {
    super(skips);
    this.counts = new long[boundaries.buckets()];
    this.aligned = aligned && !skips.never();
    this.skips = skips;
  }

  @Override
  boolean add(long value, int bucket) {
    return add((double) value, bucket);
  }

  @Override
  boolean add(double value, int bucket) {
    long number = ++counts[bucket];
    spread.add(value);
    boolean candidate = count();
    if (!aligned) {
      return candidate;
    }
    return sampling == null || sampling.isCandidate(bucket, number);
  }

  @Override
  void accepted(int bucket) {
    if (!aligned) {
      super.accepted(bucket);
      return;
    }
    if (sampling == null) {
      sampling = new BucketSampling(counts, skips);
    }
    sampling.accepted(bucket, counts[bucket]);
  }

  @Override
  void restart() {
    super.restart();
    if (sampling != null) {
      sampling.restart(counts);
    }
  }

  @Override
  void drain(HistogramBuffer into, boolean reset) {
    into.add(counts);
    into.spread.merge(spread);
    if (reset) {
      Arrays.fill(counts, 0);
      spread.clear();
    }
  }
}
