package io.heliograph.internal.metrics;

/** A uniform sample of one for each bucket, by the counts that the buckets have anyway. */
final class BucketSampling {

  private final SkipRule skips;

  /** Each bucket's count at the last collection, and at its next candidate. */
  private final long[] base;

  private final long[] next;

  BucketSampling(long[] counts, SkipRule skips) {
    this.skips = skips;
    this.base = new long[counts.length];
    this.next = new long[counts.length];
    restart(counts);
  }

  boolean isCandidate(int bucket, long count) {
    return count >= next[bucket];
  }

  void accepted(int bucket, long count) {
    next[bucket] = base[bucket] + skips.after(Math.max(1, count - base[bucket]));
  }

  void restart(long[] counts) {
    for (int i = 0; i < base.length; i++) {
      base[i] = counts[i];
      next[i] = counts[i] + skips.first();
    }
  }
}
