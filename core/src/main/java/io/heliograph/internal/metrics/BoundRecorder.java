package io.heliograph.internal.metrics;

import io.heliograph.pipeline.BindableInstrument;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** A synchronous instrument with one set of attributes. Never throws. Thread-safe. */
final class BoundRecorder implements BindableInstrument.Bound {

  private final Recorder recorder;
  private final boolean ofLongs;
  private final BoundSeries<?>[] series;

  BoundRecorder(Recorder recorder, boolean ofLongs, BoundSeries<?>[] series) {
    this.recorder = recorder;
    this.ofLongs = ofLongs;
    this.series = series;
  }

  @Override
  public void record(long value) {
    if (ofLongs) {
      recordLong(value, null);
    } else {
      recordDouble((double) value, null);
    }
  }

  @Override
  public void record(double value) {
    record(value, null);
  }

  @Override
  public void record(double value, @Nullable Context context) {
    if (ofLongs) {
      recordLong((long) value, context);
    } else {
      recordDouble(value, context);
    }
  }

  private void recordLong(long value, @Nullable Context context) {
    if (!recorder.takes(value)) {
      return;
    }
    try {
      for (BoundSeries<?> each : series) {
        each.record(value, context);
      }
    } catch (Throwable thrown) {
      recorder.report(thrown);
    }
  }

  private void recordDouble(double value, @Nullable Context context) {
    if (!recorder.takes(value)) {
      return;
    }
    try {
      for (BoundSeries<?> each : series) {
        each.record(value, context);
      }
    } catch (Throwable thrown) {
      recorder.report(thrown);
    }
  }
}
