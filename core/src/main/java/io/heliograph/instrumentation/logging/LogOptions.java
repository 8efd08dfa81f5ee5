package io.heliograph.instrumentation.logging;

import io.heliograph.config.LogbackSettings;
import io.heliograph.config.Settings;
import java.util.List;
import java.util.Set;

/**
 * What of an event becomes part of its log record. Immutable.
 *
 * @param excludedLoggers with all loggers below them
 * @param excludedMdcKeys what the record has fields of its own for
 */
public record LogOptions(
    boolean arguments,
    boolean keyValues,
    boolean markers,
    boolean mdc,
    boolean exception,
    boolean codeLocation,
    List<String> excludedLoggers,
    Set<String> excludedMdcKeys) {

  /** Copies the collections. */
  public LogOptions {
    excludedLoggers = List.copyOf(excludedLoggers);
    excludedMdcKeys = Set.copyOf(excludedMdcKeys);
  }

  static LogOptions of(Settings settings) {
    return new LogOptions(
        settings.get(LogbackSettings.ARGUMENTS),
        settings.get(LogbackSettings.KEY_VALUES),
        settings.get(LogbackSettings.MARKERS),
        settings.get(LogbackSettings.MDC),
        settings.get(LogbackSettings.EXCEPTION),
        settings.get(LogbackSettings.CODE_LOCATION),
        settings.get(LogbackSettings.EXCLUDED_LOGGERS),
        TraceMdc.of(settings).idKeys());
  }

  boolean excludes(String logger) {
    for (String excluded : excludedLoggers) {
      if (isBelow(logger, excluded)) {
        return true;
      }
    }
    return false;
  }

  static boolean isBelow(String logger, String ancestor) {
    return logger.startsWith(ancestor)
        && (logger.length() == ancestor.length() || logger.charAt(ancestor.length()) == '.');
  }
}
