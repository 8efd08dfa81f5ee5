package io.heliograph.micrometer;

import io.micrometer.core.instrument.AbstractTimer;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.distribution.NoopHistogram;
import io.micrometer.core.instrument.distribution.pause.PauseDetector;
import io.micrometer.core.instrument.util.TimeUtils;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import java.util.concurrent.TimeUnit;

/** A timer, as a histogram of seconds. */
final class ExportedTimer extends AbstractTimer {

  private static final double NANOS_PER_SECOND = 1e9;

  private final Tally tally;
  private final DoubleHistogram exported;
  private final Attributes attributes;
  private volatile boolean closed;

  ExportedTimer(
      Id id,
      Tally tally,
      PauseDetector pauseDetector,
      DoubleHistogram exported,
      Attributes attributes,
      Clock clock) {
    super(id, clock, pauseDetector, TimeUnit.SECONDS, NoopHistogram.INSTANCE);
    this.tally = tally;
    this.exported = exported;
    this.attributes = attributes;
  }

  @Override
  protected void recordNonNegative(long amount, TimeUnit unit) {
    if (!closed) {
      double seconds = unit.toNanos(amount) / NANOS_PER_SECOND;
      tally.add(seconds);
      exported.record(seconds, attributes);
    }
  }

  @Override
  public long count() {
    return tally.count();
  }

  @Override
  public double totalTime(TimeUnit unit) {
    return TimeUtils.convert(tally.total(), TimeUnit.SECONDS, unit);
  }

  @Override
  public double max(TimeUnit unit) {
    return TimeUtils.convert(tally.max(), TimeUnit.SECONDS, unit);
  }

  @Override
  public void close() {
    closed = true;
    super.close();
  }
}
