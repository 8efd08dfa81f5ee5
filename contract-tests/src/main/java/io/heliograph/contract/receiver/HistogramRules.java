package io.heliograph.contract.receiver;

import java.util.List;

/** The rules for histograms: the buckets hold what is counted, and fit their bounds. */
final class HistogramRules extends IdRules {

  private static final int LOWEST_SCALE = -10;
  private static final int HIGHEST_SCALE = 20;

  HistogramRules(List<String> violations) {
    super(violations);
  }

  void check(String what, PointData.Histogram histogram) {
    checkBounds(what, histogram.bounds());
    checkExtent(what, histogram.count(), histogram.extent());
    int buckets = histogram.bucketCounts().size();
    int bounds = histogram.bounds().size();
    require(
        buckets == bounds + 1 || (buckets == 0 && bounds == 0),
        what + " has " + buckets + " buckets for " + bounds + " bounds");
    if (buckets > 0) {
      checkCount(what, histogram.count(), total(histogram.bucketCounts()));
    }
  }

  void check(String what, PointData.ExponentialHistogram histogram) {
    checkExtent(what, histogram.count(), histogram.extent());
    int scale = histogram.scale();
    require(scale >= LOWEST_SCALE && scale <= HIGHEST_SCALE, what + " has the scale " + scale);
    require(histogram.zeroThreshold() >= 0, what + " has a zero threshold below zero");
    checkCount(
        what,
        histogram.count(),
        histogram.zeroCount()
            + total(histogram.positive().counts())
            + total(histogram.negative().counts()));
  }

  private void checkBounds(String what, List<Double> bounds) {
    for (int i = 0; i < bounds.size(); i++) {
      require(Double.isFinite(bounds.get(i)), what + " has the bound " + bounds.get(i));
      require(i == 0 || bounds.get(i - 1) < bounds.get(i), what + " has bounds out of order");
    }
  }

  private void checkExtent(String what, long count, PointData.Extent extent) {
    Double min = extent.min();
    Double max = extent.max();
    require((min == null) == (max == null), what + " has but one of min and max");
    if (min != null && max != null) {
      require(count > 0, what + " has a min and max of nothing");
      require(min <= max, what + " has a min above its max");
    }
  }

  private void checkCount(String what, long count, long inBuckets) {
    require(
        count == inBuckets, what + " has the count " + count + " and " + inBuckets + " in buckets");
  }

  private static long total(List<Long> counts) {
    return counts.stream().mapToLong(Long::longValue).sum();
  }
}
