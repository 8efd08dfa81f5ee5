package io.heliograph.internal.metrics;

import io.heliograph.export.ExponentialPoint;

/** Counts of neighbouring buckets, at most a number of them, in an array that follows them. */
final class ExponentialBuckets implements ExponentialPoint.Buckets {

  private static final int INITIAL = 8;

  private final int maxSize;
  private long[] counts = new long[0];

  /** The bucket index of the array's first element. */
  private int anchor;

  private int first;
  private int last;
  private boolean empty = true;

  ExponentialBuckets(int maxSize) {
    this.maxSize = maxSize;
  }

  /** How often the scale must be halved until a bucket fits in beside those there are. */
  int halvingsFor(int index) {
    long low = empty ? index : Math.min(first, index);
    long high = empty ? index : Math.max(last, index);
    int halvings = 0;
    while (high - low >= maxSize) {
      low >>= 1;
      high >>= 1;
      halvings++;
    }
    return halvings;
  }

  /** Adds to a bucket that fits in. */
  void add(int index, long count) {
    int low = empty ? index : Math.min(first, index);
    int high = empty ? index : Math.max(last, index);
    if (empty && counts.length > 0) {
      anchor = index - counts.length / 2;
    } else if (counts.length == 0 || low < anchor || high - anchor >= counts.length) {
      move(low, high);
    }
    first = low;
    last = high;
    empty = false;
    counts[index - anchor] += count;
  }

  private void move(int low, int high) {
    int needed = high - low + 1;
    int length = counts.length;
    if (length < needed) {
      length = Math.min(maxSize, Math.max(INITIAL, 2 * Integer.highestOneBit(needed)));
    }
    long[] moved = new long[length];
    int newAnchor = low - (length - needed) / 2;
    if (!empty) {
      System.arraycopy(counts, first - anchor, moved, first - newAnchor, size());
    }
    counts = moved;
    anchor = newAnchor;
  }

  void halve(int times) {
    if (empty || times == 0) {
      return;
    }
    long[] halved = new long[counts.length];
    int newFirst = first >> times;
    for (int i = first; i <= last; i++) {
      halved[(i >> times) - newFirst] += counts[i - anchor];
    }
    counts = halved;
    first = newFirst;
    anchor = newFirst;
    last >>= times;
  }

  void clear() {
    if (!empty) {
      java.util.Arrays.fill(counts, first - anchor, last - anchor + 1, 0);
      empty = true;
    }
  }

  @Override
  public int offset() {
    return empty ? 0 : first;
  }

  @Override
  public int size() {
    return empty ? 0 : last - first + 1;
  }

  @Override
  public long count(int position) {
    return counts[first - anchor + position];
  }
}
