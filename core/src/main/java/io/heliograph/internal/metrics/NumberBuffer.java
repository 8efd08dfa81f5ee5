package io.heliograph.internal.metrics;

import io.heliograph.export.NumberPoint;

/** A point of a sum or a gauge. */
final class NumberBuffer extends PointBuffer implements NumberPoint {

  private final boolean isLong;
  private long longs;
  private double doubles;

  NumberBuffer(boolean isLong) {
    this.isLong = isLong;
  }

  void add(long moreLongs, double moreDoubles) {
    longs += moreLongs;
    doubles += moreDoubles;
  }

  @Override
  void clear() {
    longs = 0;
    doubles = 0;
  }

  @Override
  public boolean isLong() {
    return isLong;
  }

  @Override
  public long longValue() {
    return longs;
  }

  @Override
  public double doubleValue() {
    return doubles;
  }

  @Override
  public String toString() {
    return attributes() + "=" + (isLong ? Long.toString(longs) : Double.toString(doubles));
  }
}
