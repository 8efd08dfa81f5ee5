package io.heliograph.pipeline;

/** The kinds of instruments. */
public enum InstrumentKind {
  COUNTER,
  UP_DOWN_COUNTER,
  HISTOGRAM,
  GAUGE,
  OBSERVABLE_COUNTER,
  OBSERVABLE_UP_DOWN_COUNTER,
  OBSERVABLE_GAUGE;

  /** Whether values come from a callback, at collection. */
  public boolean isObservable() {
    return this == OBSERVABLE_COUNTER
        || this == OBSERVABLE_UP_DOWN_COUNTER
        || this == OBSERVABLE_GAUGE;
  }

  /** Whether the sum of the values only grows. */
  public boolean isMonotonic() {
    return this == COUNTER || this == OBSERVABLE_COUNTER || this == HISTOGRAM;
  }

  /** Whether the last value counts, not the sum. */
  public boolean isGauge() {
    return this == GAUGE || this == OBSERVABLE_GAUGE;
  }
}
