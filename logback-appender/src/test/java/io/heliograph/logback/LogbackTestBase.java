package io.heliograph.logback;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import io.heliograph.Heliograph;
import io.heliograph.config.PropertySource;
import io.heliograph.config.Settings;
import io.heliograph.contract.receiver.OtlpReceiver;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** A Logback context of its own, an engine and a strict receiver. */
abstract class LogbackTestBase {

  final OtlpReceiver receiver = OtlpReceiver.start();
  final LoggerContext context = context();
  final LogbackInstaller installer = new LogbackInstaller(context);
  private Heliograph engine;

  private static LoggerContext context() {
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    context.getLogger("ROOT").setLevel(Level.DEBUG);
    return context;
  }

  @AfterEach
  void close() {
    if (engine != null) {
      engine.close();
    }
    context.stop();
    receiver.close();
  }

  /** Keys and values by turns, beside the receiver's endpoint. */
  Heliograph connect(String... properties) {
    Map<String, String> map = new HashMap<>();
    map.put("heliograph.service.name", "shop");
    map.put("heliograph.exporter.otlp.endpoint", receiver.httpEndpoint());
    for (int i = 0; i < properties.length; i += 2) {
      map.put(properties[i], properties[i + 1]);
    }
    Settings settings = Settings.load(PropertySource.of(map, "test"), Map.of());
    engine = Heliograph.builder().settings(settings).build();
    installer.connect(engine.openTelemetry(), engine.settings());
    return engine;
  }

  Logger logger() {
    return context.getLogger("com.acme.Cart");
  }
}
