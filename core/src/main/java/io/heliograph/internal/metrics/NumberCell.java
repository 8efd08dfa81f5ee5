package io.heliograph.internal.metrics;

/** A sum, or the last value. A stream uses one kind of number only. */
final class NumberCell extends Cell<NumberBuffer> {

  private final boolean sums;
  private long longs;
  private double doubles;

  NumberCell(boolean sums, SkipRule skips) {
    super(skips);
    this.sums = sums;
  }

  @Override
  boolean add(long value, int bucket) {
    longs = sums ? longs + value : value;
    return count();
  }

  @Override
  boolean add(double value, int bucket) {
    doubles = sums ? doubles + value : value;
    return count();
  }

  @Override
  void drain(NumberBuffer into, boolean reset) {
    into.add(longs, doubles);
    if (reset && sums) {
      longs = 0;
      doubles = 0;
    }
  }
}
