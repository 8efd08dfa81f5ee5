package io.heliograph.quarkus;

import io.heliograph.ApplicationEngine;
import io.heliograph.config.Part;
import io.heliograph.config.Settings;
import io.heliograph.instrumentation.logging.TraceMdc;
import io.heliograph.jboss.HeliographHandler;
import io.heliograph.jboss.TraceMdcProvider;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.ShutdownContext;
import io.quarkus.runtime.annotations.Recorder;
import io.quarkus.vertx.core.runtime.VertxMDC;
import io.quarkus.vertx.mdc.provider.LateBoundMDCProvider;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;

/** Takes log lines to the engine, and the ids of the trace into log lines. */
@Recorder
public class LogRecorder {

  private static final String LOG_MANAGER = "JBoss LogManager";

  public RuntimeValue<Optional<Handler>> handler() {
    return new RuntimeValue<>(Optional.of(new HeliographHandler()));
  }

  /** Connects ours among all handlers. */
  public void lines(
      RuntimeValue<ApplicationEngine> value,
      List<RuntimeValue<Optional<Handler>>> handlers,
      ShutdownContext shutdown) {
    ApplicationEngine engine = value.getValue();
    for (RuntimeValue<Optional<Handler>> each : handlers) {
      if (each.getValue().orElse(null) instanceof HeliographHandler ours) {
        shutdown.addLastShutdownTask(ours::disconnect);
        if (engine.records(Part.LOG_LINES)) {
          ours.connect(engine.heliograph());
          engine.findings().found(Part.LOG_LINES, LOG_MANAGER);
        } else {
          ours.disconnect();
        }
      }
    }
  }

  /** The provider is one for all applications that this process starts, one after another. */
  public void mdc(RuntimeValue<ApplicationEngine> value, ShutdownContext shutdown) {
    ApplicationEngine engine = value.getValue();
    if (engine.records(Part.MDC)) {
      Settings settings = engine.heliograph().settings();
      LateBoundMDCProvider.setMDCProviderDelegate(
          new TraceMdcProvider(VertxMDC.INSTANCE, TraceMdc.of(settings)));
      shutdown.addLastShutdownTask(
          () -> LateBoundMDCProvider.setMDCProviderDelegate(VertxMDC.INSTANCE));
      engine.findings().found(Part.MDC, LOG_MANAGER);
    }
  }
}
