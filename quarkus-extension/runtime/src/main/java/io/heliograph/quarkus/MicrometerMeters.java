package io.heliograph.quarkus;

import io.heliograph.Heliograph;
import io.heliograph.micrometer.HeliographMeterRegistry;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Metrics;

/** One more registry below the one that Quarkus hands out; loaded only where Micrometer is. */
final class MicrometerMeters {

  private MicrometerMeters() {}

  /** Adds it; the answer takes it away. */
  static Runnable export(Heliograph heliograph) {
    HeliographMeterRegistry registry =
        new HeliographMeterRegistry(
            heliograph.openTelemetry(), heliograph.settings(), Clock.SYSTEM);
    Metrics.addRegistry(registry);
    return () -> {
      Metrics.removeRegistry(registry);
      registry.close();
    };
  }
}
