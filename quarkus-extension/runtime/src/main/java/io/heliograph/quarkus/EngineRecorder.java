package io.heliograph.quarkus;

import io.heliograph.Heliograph;
import io.heliograph.HeliographBuilder;
import io.heliograph.HeliographCustomizer;
import io.heliograph.config.EngineSettings;
import io.heliograph.config.OwnedKind;
import io.heliograph.config.Settings;
import io.heliograph.pipeline.IdGenerator;
import io.heliograph.pipeline.ResourceDetector;
import io.heliograph.pipeline.Sampler;
import io.heliograph.pipeline.SpanProcessor;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.ContextStorage;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.ShutdownContext;
import io.quarkus.runtime.annotations.Recorder;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Starts the engine, and ends it after the web server has stopped. */
@Recorder
public class EngineRecorder {

  /** What is started later, when there are beans. */
  public RuntimeValue<Engine> engine() {
    return new RuntimeValue<>(new Engine());
  }

  public Supplier<Engine> self(RuntimeValue<Engine> engine) {
    return engine::getValue;
  }

  public Supplier<Heliograph> heliograph(RuntimeValue<Engine> engine) {
    return () -> engine.getValue().heliograph();
  }

  public Supplier<OpenTelemetry> openTelemetry(RuntimeValue<Engine> engine) {
    return () -> engine.getValue().openTelemetry();
  }

  /** Starts it with the application's beans of the engine's own extension types. */
  public void start(
      RuntimeValue<Engine> engine,
      String name,
      String version,
      String excludedPaths,
      ShutdownContext shutdown) {
    ContextStorage.get(); // so that its provider is looked for with the application's class loader
    HeliographBuilder builder =
        Heliograph.builder()
            .settings(QuarkusSettings.load(name, excludedPaths))
            .resourceDetector(ResourceDetector.serviceVersion(version))
            .deferStartUpSummary();
    forEach(SpanProcessor.class, builder::spanProcessor);
    forEach(Sampler.class, builder::sampler);
    forEach(IdGenerator.class, builder::idGenerator);
    forEach(ResourceDetector.class, builder::resourceDetector);
    forEach(HeliographCustomizer.class, customizer -> customizer.customize(builder));
    Heliograph heliograph = builder.build();
    shutdown.addLastShutdownTask(heliograph::close);
    engine.getValue().started(heliograph);
  }

  private static <T> void forEach(Class<T> type, Consumer<T> action) {
    Arc.container().listAll(type).forEach(bean -> action.accept(bean.get()));
  }

  /** Writes the summary once everything has started; in tests where the engine is off, none. */
  public void report(RuntimeValue<Engine> value) {
    Engine engine = value.getValue();
    Settings settings = engine.settings();
    if (!settings.get(EngineSettings.SDK_DISABLED)) {
      engine.findings().leftOff(settings);
      engine.findings().owners(OwnedKind.owners(settings));
      engine.findings().connect(engine.heliograph().startUp());
    }
    if (!QuarkusSettings.isOffInTests(settings)) {
      engine.heliograph().logStartUp();
    }
  }
}
