package io.heliograph.spring;

import io.heliograph.Heliograph;
import io.heliograph.logback.LogbackInstaller;
import org.springframework.beans.factory.config.DestructionAwareBeanPostProcessor;
import org.springframework.core.PriorityOrdered;

/**
 * Connects Logback with the engine from the moment that there is one until just before it closes,
 * so that what other beans log at their end is exported too.
 */
final class LogbackConnector implements DestructionAwareBeanPostProcessor, PriorityOrdered {

  private final LogbackInstaller installer;

  LogbackConnector(LogbackInstaller installer) {
    this.installer = installer;
  }

  @Override
  public int getOrder() {
    return LOWEST_PRECEDENCE;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (bean instanceof Heliograph engine) {
      installer.connect(engine.openTelemetry(), engine.settings());
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
