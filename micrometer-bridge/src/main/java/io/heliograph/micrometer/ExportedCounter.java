package io.heliograph.micrometer;

import io.micrometer.core.instrument.AbstractMeter;
import io.micrometer.core.instrument.Counter;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleCounter;
import java.util.concurrent.atomic.DoubleAdder;

/** A counter; what a counter cannot take is left to the engine, which counts it as dropped. */
final class ExportedCounter extends AbstractMeter implements Counter {

  private final DoubleCounter exported;
  private final Attributes attributes;
  private final DoubleAdder total = new DoubleAdder();
  private volatile boolean closed;

  ExportedCounter(Id id, DoubleCounter exported, Attributes attributes) {
    super(id);
    this.exported = exported;
    this.attributes = attributes;
  }

  @Override
  public void increment(double amount) {
    if (closed) {
      return;
    }
    if (amount >= 0 && amount <= Double.MAX_VALUE) {
      total.add(amount);
    }
    exported.add(amount, attributes);
  }

  @Override
  public double count() {
    return total.sum();
  }

  @Override
  public void close() {
    closed = true;
  }
}
