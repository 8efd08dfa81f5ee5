package io.heliograph.quarkus;

import io.heliograph.ApplicationEngine;
import io.heliograph.Heliograph;
import io.heliograph.config.Part;
import io.heliograph.instrumentation.JvmMetrics;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.ShutdownContext;
import io.quarkus.runtime.annotations.Recorder;

/** What is measured whether there are requests or not, until the application ends. */
@Recorder
public class MetricsRecorder {

  public void jvm(RuntimeValue<ApplicationEngine> value, ShutdownContext shutdown) {
    ApplicationEngine engine = value.getValue();
    if (engine.records(Part.JVM)) {
      Heliograph heliograph = engine.heliograph();
      shutdown.addShutdownTask(
          JvmMetrics.register(heliograph.openTelemetry(), heliograph.settings())::close);
      engine.findings().found(Part.JVM, "metrics");
    }
  }

  /** Only where Micrometer is. */
  public void micrometer(RuntimeValue<ApplicationEngine> value, ShutdownContext shutdown) {
    ApplicationEngine engine = value.getValue();
    if (engine.records(Part.MICROMETER_METERS)) {
      shutdown.addShutdownTask(MicrometerExport.meters(engine.heliograph()));
      engine.findings().found(Part.MICROMETER_METERS, "a registry");
    }
    if (engine.records(Part.MICROMETER_OBSERVATIONS)
        && MicrometerExport.observations(engine.heliograph())) {
      engine.findings().found(Part.MICROMETER_OBSERVATIONS, "a registry");
    }
  }
}
