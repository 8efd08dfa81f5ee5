package io.heliograph.micrometer;

import io.micrometer.core.instrument.AbstractDistributionSummary;
import io.micrometer.core.instrument.distribution.NoopHistogram;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;

/** A distribution summary, as a histogram; an infinity is left to the engine, as in a counter. */
final class ExportedSummary extends AbstractDistributionSummary {

  private final Tally tally;
  private final DoubleHistogram exported;
  private final Attributes attributes;
  private volatile boolean closed;

  ExportedSummary(
      Id id, double scale, Tally tally, DoubleHistogram exported, Attributes attributes) {
    super(id, scale, NoopHistogram.INSTANCE);
    this.tally = tally;
    this.exported = exported;
    this.attributes = attributes;
  }

  @Override
  protected void recordNonNegative(double amount) {
    if (closed) {
      return;
    }
    if (amount <= Double.MAX_VALUE) {
      tally.add(amount);
    }
    exported.record(amount, attributes);
  }

  @Override
  public long count() {
    return tally.count();
  }

  @Override
  public double totalAmount() {
    return tally.total();
  }

  @Override
  public double max() {
    return tally.max();
  }

  @Override
  public void close() {
    closed = true;
  }
}
