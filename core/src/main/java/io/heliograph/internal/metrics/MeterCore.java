package io.heliograph.internal.metrics;

import io.heliograph.export.InstrumentationScope;

/** What instruments share with their meter. */
final class MeterCore {

  final InstrumentationScope scope;
  final MetricsConfig config;
  final DroppedMeasurements dropped;

  /** Switched while instruments are in use. */
  volatile boolean enabled;

  /** Stays as it is when the engine ends, so that the last collection has everything in it. */
  volatile boolean observing;

  MeterCore(
      InstrumentationScope scope,
      MetricsConfig config,
      DroppedMeasurements dropped,
      boolean enabled,
      boolean observing) {
    this.scope = scope;
    this.config = config;
    this.dropped = dropped;
    this.enabled = enabled;
    this.observing = observing;
  }
}
