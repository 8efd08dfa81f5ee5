package io.heliograph.internal.diagnostics;

import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the engine's own lines below {@code OTEL_LOG_LEVEL} out of the application's log.
 *
 * @see <a
 *     href="https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/#general-sdk-configuration">OTEL_LOG_LEVEL</a>
 */
public final class LeveledLogger implements System.Logger {

  private final System.Logger logger;
  private final Level threshold;

  /**
   * Wraps a logger.
   *
   * @param level {@code off, error, warn, info, debug} or {@code trace}, case ignored
   */
  public LeveledLogger(System.Logger logger, String level) {
    this.logger = logger;
    String upper = level.toUpperCase(Locale.ROOT);
    this.threshold = Level.valueOf(upper.equals("WARN") ? "WARNING" : upper);
  }

  @Override
  public String getName() {
    return logger.getName();
  }

  @Override
  public boolean isLoggable(Level level) {
    return threshold != Level.OFF
        && level.getSeverity() >= threshold.getSeverity()
        && logger.isLoggable(level);
  }

  @Override
  public void log(
      Level level,
      @Nullable ResourceBundle bundle,
      @Nullable String message,
      @Nullable Throwable thrown) {
    if (isLoggable(level)) {
      logger.log(level, bundle, message, thrown);
    }
  }

  @Override
  public void log(
      Level level,
      @Nullable ResourceBundle bundle,
      @Nullable String format,
      @Nullable Object @Nullable ... params) {
    if (isLoggable(level)) {
      logger.log(level, bundle, format, params);
    }
  }
}
