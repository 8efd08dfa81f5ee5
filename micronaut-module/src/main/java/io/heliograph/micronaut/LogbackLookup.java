package io.heliograph.micronaut;

import ch.qos.logback.classic.LoggerContext;
import io.heliograph.logback.LogbackInstaller;
import io.micronaut.core.reflect.ClassUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Finds out whether the application logs with Logback. */
final class LogbackLookup {

  private static final String LOGBACK = "ch.qos.logback.classic.LoggerContext";

  private LogbackLookup() {}

  /** For the context that all loggers are of, or null where they are another library's. */
  static @Nullable LogbackInstaller installer() {
    return ClassUtils.isPresent(LOGBACK, LogbackLookup.class.getClassLoader())
        ? installer(LoggerFactory.getILoggerFactory())
        : null;
  }

  private static @Nullable LogbackInstaller installer(Object loggers) {
    return loggers instanceof LoggerContext context ? new LogbackInstaller(context) : null;
  }
}
