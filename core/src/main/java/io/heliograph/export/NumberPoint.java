package io.heliograph.export;

/** A point of a sum or a gauge. */
public interface NumberPoint extends MetricPoint {

  /** Whether the instrument takes whole numbers; the other kind of value is of no meaning. */
  boolean isLong();

  long longValue();

  double doubleValue();
}
