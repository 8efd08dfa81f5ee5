package io.heliograph.spring;

import io.heliograph.config.InstrumentationSettings;
import io.heliograph.config.OwnedKind;
import io.heliograph.config.Owner;
import io.heliograph.config.Settings;

/** What of an application is recorded by Heliograph. */
enum Part {
  HTTP_SERVER,
  HTTP_CLIENT,
  JDBC,
  CONNECTION_POOL,
  TRACED,
  SCHEDULED,
  ASYNC,
  JVM,
  MICROMETER_METERS,
  MICROMETER_OBSERVATIONS;

  /** Whether it is switched on and nobody else's. */
  boolean isOn(Settings settings) {
    return switch (this) {
      case HTTP_SERVER -> OwnedKind.HTTP_SERVER.isOwnedBy(Owner.HELIOGRAPH, settings);
      case HTTP_CLIENT -> OwnedKind.HTTP_CLIENT.isOwnedBy(Owner.HELIOGRAPH, settings);
      case JDBC -> OwnedKind.JDBC.isOwnedBy(Owner.HELIOGRAPH, settings);
      case SCHEDULED -> OwnedKind.SCHEDULED.isOwnedBy(Owner.HELIOGRAPH, settings);
      case CONNECTION_POOL -> OwnedKind.CONNECTION_POOL.isOwnedBy(Owner.HELIOGRAPH, settings);
      case TRACED -> settings.get(InstrumentationSettings.TRACED_ENABLED);
      case ASYNC -> settings.get(InstrumentationSettings.ASYNC_ENABLED);
      case JVM -> OwnedKind.JVM.isOwnedBy(Owner.HELIOGRAPH, settings);
      case MICROMETER_METERS -> settings.get(InstrumentationSettings.MICROMETER_METERS_ENABLED);
      case MICROMETER_OBSERVATIONS ->
          settings.get(InstrumentationSettings.MICROMETER_OBSERVATIONS_ENABLED);
    };
  }
}
