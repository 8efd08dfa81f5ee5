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
  private final SyncStorage<?>[] storages;

  Recorder(MeterCore meter, Descriptor descriptor, List<SyncStorage<?>> storages) {
    this.meter = meter;
    this.descriptor = descriptor;
    InstrumentKind kind = descriptor.kind();
    this.takesNegative = !kind.isMonotonic();
    this.takesInfinite = kind.isGauge();
    this.storages = storages.toArray(SyncStorage<?>[]::new);
  }

  void record(long value, @Nullable Attributes attributes, @Nullable Context context) {
    if (!meter.enabled) {
      return;
    }
    if (value < 0 && !takesNegative) {
      meter.dropped.negative(descriptor);
      return;
    }
    try {
      Attributes known = attributes == null ? Attributes.empty() : attributes;
      for (SyncStorage<?> storage : storages) {
        storage.record(value, known, context);
      }
    } catch (Throwable thrown) {
      meter.config.faults().report("measurement", thrown);
    }
  }

  void record(double value, @Nullable Attributes attributes, @Nullable Context context) {
    if (!meter.enabled || !takes(value)) {
      return;
    }
    try {
      Attributes known = attributes == null ? Attributes.empty() : attributes;
      for (SyncStorage<?> storage : storages) {
        storage.record(value, known, context);
      }
    } catch (Throwable thrown) {
      meter.config.faults().report("measurement", thrown);
    }
  }

  private boolean takes(double value) {
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

  BindableInstrument.Bound bind(Attributes attributes) {
    return new Bound(this, attributes);
  }

  /** The instrument with one set of attributes. */
  private record Bound(Recorder recorder, Attributes attributes)
      implements BindableInstrument.Bound {

    @Override
    public void record(long value) {
      if (recorder.descriptor.isLong()) {
        recorder.record(value, attributes, null);
      } else {
        recorder.record((double) value, attributes, null);
      }
    }

    @Override
    public void record(double value) {
      if (recorder.descriptor.isLong()) {
        recorder.record((long) value, attributes, null);
      } else {
        recorder.record(value, attributes, null);
      }
    }
  }
}
