package io.heliograph.micronaut;

import io.heliograph.ApplicationEngine;
import io.heliograph.Heliograph;
import io.heliograph.config.Part;
import io.heliograph.logback.LogbackInstaller;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import java.util.stream.Stream;

/** Connects Logback with the engine from its start until just before it ends. */
@Context
@Requires(classes = ch.qos.logback.classic.LoggerContext.class, beans = LogbackInstaller.class)
final class LogLines {

  private final LogbackInstaller installer;

  LogLines(LogbackInstaller installer, Heliograph started, ApplicationEngine engine) {
    this.installer = installer;
    installer.connect(started.openTelemetry(), started.settings());
    Stream.of(Part.LOG_LINES, Part.MDC)
        .filter(engine::records)
        .forEach(part -> engine.findings().found(part, "Logback"));
  }

  @PreDestroy
  void disconnect() {
    installer.uninstall();
  }
}
