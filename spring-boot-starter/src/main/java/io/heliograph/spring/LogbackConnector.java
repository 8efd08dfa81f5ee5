package io.heliograph.spring;

import io.heliograph.Heliograph;
import io.heliograph.StartUpFindings;
import io.heliograph.config.Part;
import io.heliograph.logback.LogbackInstaller;
import java.util.List;
import org.springframework.beans.factory.config.DestructionAwareBeanPostProcessor;
import org.springframework.core.PriorityOrdered;

/**
 * Connects Logback with the engine from the moment that there is one until just before it closes,
 * so that what other beans log at their end is exported too.
 */
final class LogbackConnector implements DestructionAwareBeanPostProcessor, PriorityOrdered {

  private final LogbackInstaller installer;
  private final StartUpFindings findings;

  LogbackConnector(LogbackInstaller installer, StartUpFindings findings) {
    this.installer = installer;
    this.findings = findings;
  }

  @Override
  public int getOrder() {
    return LOWEST_PRECEDENCE;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (bean instanceof Heliograph engine) {
      installer.connect(engine.openTelemetry(), engine.settings());
      for (Part part : List.of(Part.LOG_LINES, Part.MDC)) {
        if (part.isOn(engine.settings())) {
          findings.found(part, "Logback");
        }
      }
    }
    return bean;
  }

  @Override
  public boolean requiresDestruction(Object bean) {
    return bean instanceof Heliograph;
  }

  @Override
  public void postProcessBeforeDestruction(Object bean, String name) {
    if (bean instanceof Heliograph) {
      installer.uninstall();
    }
  }
}
