package io.heliograph.quarkus;

import io.heliograph.ApplicationEngine;
import io.heliograph.Heliograph;
import io.heliograph.config.Part;
import io.heliograph.pipeline.ResourceDetector;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.ContextStorage;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.ShutdownContext;
import io.quarkus.runtime.annotations.Recorder;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Starts the engine, and ends it after the web server has stopped. */
@Recorder
public class EngineRecorder {

  public RuntimeValue<ApplicationEngine> engine() {
    return new RuntimeValue<>(new ApplicationEngine());
  }

  public Supplier<ApplicationEngine> self(RuntimeValue<ApplicationEngine> engine) {
    return engine::getValue;
  }

  public Supplier<Heliograph> heliograph(RuntimeValue<ApplicationEngine> engine) {
    return () -> engine.getValue().heliograph();
  }

  public Supplier<OpenTelemetry> openTelemetry(RuntimeValue<ApplicationEngine> engine) {
    return () -> engine.getValue().heliograph().openTelemetry();
  }

  /** Starts it, with what the application has for it. */
  public void start(
      RuntimeValue<ApplicationEngine> engine,
      Map<String, String> proposals,
      String version,
      ShutdownContext shutdown) {
    ContextStorage.get(); // so that its provider is looked for with the application's class loader
    Heliograph heliograph =
        Heliograph.builder()
            .settings(QuarkusSettings.load(proposals))
            .resourceDetector(ResourceDetector.serviceVersion(version))
            .beans(EngineRecorder::beans)
            .deferStartUpSummary()
            .build();
    shutdown.addLastShutdownTask(heliograph::close);
    engine.getValue().started(heliograph);
  }

  private static List<Object> beans(Class<?> type) {
    return Arc.container().listAll(type).stream().<Object>map(InstanceHandle::get).toList();
  }

  /** Things that the build instrumented. */
  public void found(RuntimeValue<ApplicationEngine> engine, Part part, List<String> items) {
    items.forEach(item -> engine.getValue().findings().found(part, item));
  }

  /** Things that the build did not, each with the reason. */
  public void leftAlone(RuntimeValue<ApplicationEngine> engine, Map<String, String> items) {
    items.forEach(engine.getValue().findings()::leftAlone);
  }

  public void report(RuntimeValue<ApplicationEngine> engine) {
    engine.getValue().report();
  }
}
