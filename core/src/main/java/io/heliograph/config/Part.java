package io.heliograph.config;

import org.jspecify.annotations.Nullable;

/**
 * What of an application a framework module records, in the order in which a summary lists it.
 * Immutable.
 */
public enum Part {
  HTTP_SERVER("HTTP server"),
  HTTP_CLIENT("HTTP clients"),
  JDBC("data sources"),
  CONNECTION_POOL("connection pools"),
  TRACED("annotated methods"),
  SCHEDULED("scheduled methods"),
  ASYNC("executors"),
  LOG_LINES("log lines"),
  MDC("trace ids in the MDC"),
  JVM("JVM"),
  MICROMETER_METERS("Micrometer meters"),
  MICROMETER_OBSERVATIONS("Micrometer observations");

  private final String text;

  Part(String text) {
    this.text = text;
  }

  /** Whether it is switched on and nobody else's. */
  public boolean isOn(Settings settings) {
    return whyOff(settings) == null;
  }

  /** The setting that keeps it from being recorded by Heliograph, null if none does. */
  public @Nullable String whyOff(Settings settings) {
    return switch (this) {
      case HTTP_SERVER -> OwnedKind.HTTP_SERVER.whyNot(Owner.HELIOGRAPH, settings);
      case HTTP_CLIENT -> OwnedKind.HTTP_CLIENT.whyNot(Owner.HELIOGRAPH, settings);
      case JDBC -> OwnedKind.JDBC.whyNot(Owner.HELIOGRAPH, settings);
      case CONNECTION_POOL -> OwnedKind.CONNECTION_POOL.whyNot(Owner.HELIOGRAPH, settings);
      case SCHEDULED -> OwnedKind.SCHEDULED.whyNot(Owner.HELIOGRAPH, settings);
      case JVM -> OwnedKind.JVM.whyNot(Owner.HELIOGRAPH, settings);
      case TRACED -> ifFalse(InstrumentationSettings.TRACED_ENABLED, settings);
      case ASYNC -> ifFalse(InstrumentationSettings.ASYNC_ENABLED, settings);
      case LOG_LINES -> ifFalse(LogbackSettings.APPENDER_ENABLED, settings);
      case MDC -> ifFalse(LogbackSettings.MDC_ENABLED, settings);
      case MICROMETER_METERS ->
          ifFalse(InstrumentationSettings.MICROMETER_METERS_ENABLED, settings);
      case MICROMETER_OBSERVATIONS ->
          ifFalse(InstrumentationSettings.MICROMETER_OBSERVATIONS_ENABLED, settings);
    };
  }

  private static @Nullable String ifFalse(Setting<Boolean> setting, Settings settings) {
    return settings.get(setting) ? null : setting.key() + " is false";
  }

  /** As people call it. */
  @Override
  public String toString() {
    return text;
  }
}
