package io.heliograph.spring;

import io.heliograph.logback.LogbackInstaller;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.core.ResolvableType;

/**
 * Lets the log lines of a start wait in heliograph-logback, from when Boot has set up logging, and
 * once more after whatever may have set it up anew. Nothing is left of it where no engine came.
 *
 * <p>Without Logback it loads none of its classes.
 */
final class LogbackListener implements GenericApplicationListener {

  static final String BEAN_NAME = "heliographLogbackInstaller";
  private static final Set<Class<?>> BEFORE =
      Set.of(
          ApplicationEnvironmentPreparedEvent.class,
          ApplicationContextInitializedEvent.class,
          ApplicationPreparedEvent.class);
  private static final Set<Class<?>> AFTER =
      Set.of(ApplicationStartedEvent.class, ApplicationFailedEvent.class);

  private @Nullable LogbackInstaller installer;

  @Override
  public int getOrder() {
    return LoggingApplicationListener.DEFAULT_ORDER + 1;
  }

  @Override
  public boolean supportsEventType(ResolvableType eventType) {
    return BEFORE.contains(eventType.toClass()) || AFTER.contains(eventType.toClass());
  }

  @Override
  public void onApplicationEvent(ApplicationEvent event) {
    if (event instanceof ApplicationEnvironmentPreparedEvent) {
      NestedJarClasses.define(NestedJarClasses.EARLY); // the first of ours that runs
      installer = LogbackLookup.installer();
    }
    LogbackInstaller current = installer;
    if (current == null) {
      return;
    }
    if (AFTER.contains(event.getClass())) {
      current.uninstallUnlessConnected();
      return;
    }
    current.install();
    if (event instanceof ApplicationPreparedEvent prepared) {
      prepared.getApplicationContext().getBeanFactory().registerSingleton(BEAN_NAME, current);
    }
  }
}
