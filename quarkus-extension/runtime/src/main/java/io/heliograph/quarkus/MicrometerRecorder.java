package io.heliograph.quarkus;

import io.heliograph.ApplicationEngine;
import io.heliograph.Heliograph;
import io.heliograph.config.Part;
import io.heliograph.micrometer.HeliographMeterRegistry;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.ShutdownContext;
import io.quarkus.runtime.annotations.Recorder;

/** Micrometer's meters, by one more registry below the one that Quarkus hands out. */
@Recorder
public class MicrometerRecorder {

  public void meters(RuntimeValue<ApplicationEngine> value, ShutdownContext shutdown) {
    ApplicationEngine engine = value.getValue();
    if (engine.records(Part.MICROMETER_METERS)) {
      Heliograph heliograph = engine.heliograph();
      HeliographMeterRegistry registry =
          new HeliographMeterRegistry(
              heliograph.openTelemetry(), heliograph.settings(), Clock.SYSTEM);
      Metrics.addRegistry(registry);
      shutdown.addShutdownTask(registry::close);
      shutdown.addShutdownTask(() -> Metrics.removeRegistry(registry));
      engine.findings().found(Part.MICROMETER_METERS, "a registry");
    }
  }
}
