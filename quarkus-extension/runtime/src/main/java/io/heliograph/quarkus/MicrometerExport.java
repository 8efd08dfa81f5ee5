package io.heliograph.quarkus;

import io.heliograph.Heliograph;
import io.heliograph.micrometer.HeliographMeterRegistry;
import io.heliograph.micrometer.HeliographObservationHandler;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.observation.ObservationRegistry;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;
import java.util.List;

/** Loaded only where Micrometer is. */
final class MicrometerExport {

  private MicrometerExport() {}

  /** Adds a registry below the one that Quarkus hands out; the answer takes it away. */
  static Runnable meters(Heliograph heliograph) {
    HeliographMeterRegistry registry =
        new HeliographMeterRegistry(
            heliograph.openTelemetry(), heliograph.settings(), Clock.SYSTEM);
    Metrics.addRegistry(registry);
    return () -> {
      Metrics.removeRegistry(registry);
      registry.close();
    };
  }

  /** Adds a handler to each registry of observations that is a bean; tells whether there is one. */
  static boolean observations(Heliograph heliograph) {
    HeliographObservationHandler handler =
        new HeliographObservationHandler(heliograph.openTelemetry(), heliograph.settings());
    List<InstanceHandle<ObservationRegistry>> registries =
        Arc.container().listAll(ObservationRegistry.class);
    registries.forEach(each -> each.get().observationConfig().observationHandler(handler));
    return !registries.isEmpty();
  }
}
