package io.heliograph.internal.metrics;

/** Both signs' buckets at one scale, which gets coarser when values spread too far. */
final class ExponentialCounts {

  final ExponentialBuckets positive;
  final ExponentialBuckets negative;
  private final int maxScale;
  private int scale;
  long zeros;
  long count;

  ExponentialCounts(int maxSize, int maxScale) {
    this.positive = new ExponentialBuckets(maxSize);
    this.negative = new ExponentialBuckets(maxSize);
    this.maxScale = maxScale;
    this.scale = maxScale;
  }

  int scale() {
    return scale;
  }

  void add(double value) {
    count++;
    if (value == 0) {
      zeros++;
    } else {
      addTo(value > 0 ? positive : negative, Math.abs(value));
    }
  }

  private void addTo(ExponentialBuckets buckets, double magnitude) {
    int index = ExponentialScale.index(magnitude, scale);
    int halvings = buckets.halvingsFor(index);
    halve(halvings);
    buckets.add(index >> halvings, 1);
  }

  private void halve(int times) {
    positive.halve(times);
    negative.halve(times);
    scale -= times;
  }

  void merge(ExponentialCounts other) {
    halve(Math.max(0, scale - other.scale));
    zeros += other.zeros;
    count += other.count;
    merge(positive, other.positive, other.scale);
    merge(negative, other.negative, other.scale);
  }

  private void merge(ExponentialBuckets into, ExponentialBuckets from, int fromScale) {
    for (int i = 0; i < from.size(); i++) {
      long added = from.count(i);
      if (added > 0) {
        int index = (from.offset() + i) >> (fromScale - scale);
        int halvings = into.halvingsFor(index);
        halve(halvings);
        into.add(index >> halvings, added);
      }
    }
  }

  void clear() {
    positive.clear();
    negative.clear();
    scale = maxScale;
    zeros = 0;
    count = 0;
  }
}
