package io.heliograph.internal.metrics;

import io.heliograph.pipeline.BindableInstrument;
import io.heliograph.pipeline.InstrumentKind;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A synchronous instrument: takes measurements into all its streams. Never throws. Thread-safe. */
final class Recorder {

  private final MeterCore meter;
  private final Descriptor descriptor;
  private final boolean takesNegative;
  private final boolean takesInfinite;
  private final List<SyncStorage<?>> storages;

  /**
   * Apart from the others, since nearly all instruments have one stream: the way to it through an
   * array is a sixth of what a measurement costs. Null if views drop all streams.
   */
  private final @Nullable SyncStorage<?> first;

  private final SyncStorage<?>[] others;

  Recorder(MeterCore meter, Descriptor descriptor, List<SyncStorage<?>> storages) {
    this.meter = meter;
    this.descriptor = descriptor;
    InstrumentKind kind = descriptor.kind();
    this.takesNegative = !kind.isMonotonic();
    this.takesInfinite = kind.isGauge();
    this.storages = storages;
    this.first = storages.isEmpty() ? null : storages.get(0);
    this.others = storages.stream().skip(1).toArray(SyncStorage<?>[]::new);
  }

  void record(long value, @Nullable Attributes attributes, @Nullable Context context) {
    SyncStorage<?> storage = first;
    if (storage == null || !takes(value)) {
      return;
    }
    try {
      Attributes known = attributes == null ? Attributes.empty() : attributes;
      storage.record(value, known, context);
      for (SyncStorage<?> other : others) {
        other.record(value, known, context);
      }
    } catch (Throwable thrown) {
      report(thrown);
    }
  }

  void record(double value, @Nullable Attributes attributes, @Nullable Context context) {
    SyncStorage<?> storage = first;
    if (storage == null || !takes(value)) {
      return;
    }
    try {
      Attributes known = attributes == null ? Attributes.empty() : attributes;
      storage.record(value, known, context);
      for (SyncStorage<?> other : others) {
        other.record(value, known, context);
      }
    } catch (Throwable thrown) {
      report(thrown);
    }
  }

  /** Whether a measurement counts at all. */
  boolean takes(long value) {
    if (!meter.enabled) {
      return false;
    }
    if (value < 0 && !takesNegative) {
      meter.dropped.negative(descriptor);
      return false;
    }
    return true;
  }

  /** Whether a measurement counts at all. */
  boolean takes(double value) {
    if (!meter.enabled) {
      return false;
    }
    if (value < 0 && !takesNegative) {
      meter.dropped.negative(descriptor);
      return false;
    }
    if (!Double.isFinite(value) && (!takesInfinite || Double.isNaN(value))) {
      meter.dropped.notFinite(descriptor);
      return false;
    }
    return true;
  }

  void report(Throwable thrown) {
    meter.config.faults().report("measurement", thrown);
  }

  BindableInstrument.Bound bind(Attributes attributes) {
    BoundSeries<?>[] series =
        storages.stream().map(storage -> storage.bind(attributes)).toArray(BoundSeries<?>[]::new);
    return new BoundRecorder(this, descriptor.isLong(), series);
  }
}
