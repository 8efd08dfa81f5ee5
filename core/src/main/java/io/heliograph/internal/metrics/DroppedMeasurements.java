package io.heliograph.internal.metrics;

import io.heliograph.internal.diagnostics.ThrottledLog;
import java.util.concurrent.atomic.LongAdder;

/** Counts measurements that an instrument cannot take, and names the first in the log. */
public final class DroppedMeasurements {

  private final ThrottledLog log;
  private final LongAdder notFinite = new LongAdder();
  private final LongAdder negative = new LongAdder();

  DroppedMeasurements(ThrottledLog log) {
    this.log = log;
  }

  /** Values that are not a number, or infinite where there is no sum of those. */
  public long notFinite() {
    return notFinite.sum();
  }

  /** Values below zero of counters and histograms. */
  public long negative() {
    return negative.sum();
  }

  void notFinite(Descriptor instrument) {
    notFinite.increment();
    tell(instrument, "NaN or infinite");
  }

  void negative(Descriptor instrument) {
    negative.increment();
    tell(instrument, "negative");
  }

  private void tell(Descriptor instrument, String what) {
    log.warn(
        "measurements of " + instrument.kind(),
        () -> "Heliograph: a " + what + " value was dropped by the " + instrument.text(),
        null);
  }
}
