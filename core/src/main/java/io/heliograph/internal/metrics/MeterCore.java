package io.heliograph.internal.metrics;

import io.heliograph.export.InstrumentationScope;

/** What instruments share with their meter. */
final class MeterCore {

  final InstrumentationScope scope;
  final MetricsConfig config;
  final DroppedMeasurements dropped;

  /** Switched while instruments are in use. */
  volatile boolean enabled;

  MeterCore(
      InstrumentationScope scope,
      MetricsConfig config,
      DroppedMeasurements dropped,
      boolean enabled) {
    this.scope = scope;
    this.config = config;
    this.dropped = dropped;
    this.enabled = enabled;
  }
}
