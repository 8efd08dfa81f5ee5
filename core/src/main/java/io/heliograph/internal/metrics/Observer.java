package io.heliograph.internal.metrics;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An asynchronous instrument: takes observations while a callback of its runs, for the reader that
 * collects; all others are ignored. Never throws. Thread-safe.
 */
final class Observer implements ObservableLongMeasurement, ObservableDoubleMeasurement {

  private final MeterCore meter;
  private final Descriptor descriptor;
  private final Callbacks callbacks;

  /** The streams, by the reader's index. */
  private final List<List<ObservedStorage>> storages;

  Observer(
      MeterCore meter,
      Descriptor descriptor,
      Callbacks callbacks,
      List<List<ObservedStorage>> storages) {
    this.meter = meter;
    this.descriptor = descriptor;
    this.callbacks = callbacks;
    this.storages = storages;
  }

  /** Runs a callback of this instrument at each collection until the answer is closed. */
  RegisteredCallback observedBy(Runnable body) {
    return callbacks.register(new RegisteredCallback(descriptor.name(), body, Set.of(this)));
  }

  String name() {
    return descriptor.name();
  }

  /** Whether it was made by that meter. */
  @SuppressWarnings("ReferenceEquality") // A meter has one core.
  boolean belongsTo(MeterCore core) {
    return meter == core;
  }

  @Override
  public void record(long value) {
    record(value, Attributes.empty());
  }

  @Override
  public void record(double value) {
    record(value, Attributes.empty());
  }

  @Override
  public void record(long value, @Nullable Attributes attributes) {
    if (descriptor.isLong()) {
      observe(value, 0, attributes);
    } else {
      record((double) value, attributes);
    }
  }

  @Override
  public void record(double value, @Nullable Attributes attributes) {
    if (Double.isNaN(value) || (Double.isInfinite(value) && !descriptor.kind().isGauge())) {
      meter.dropped.notFinite(descriptor);
    } else if (descriptor.isLong()) {
      observe((long) value, 0, attributes);
    } else {
      observe(0, value, attributes);
    }
  }

  private void observe(long longs, double doubles, @Nullable Attributes attributes) {
    int reader = callbacks.readerOf(this);
    if (reader < 0 || !meter.observing) {
      return;
    }
    try {
      Attributes known = attributes == null ? Attributes.empty() : attributes;
      for (ObservedStorage storage : storages.get(reader)) {
        storage.observe(longs, doubles, known);
      }
    } catch (Throwable thrown) {
      meter.config.faults().report("measurement", thrown);
    }
  }
}
