package io.heliograph.spring;

import io.heliograph.config.InstrumentationSettings;
import io.heliograph.config.Setting;

/** What of an application is recorded. */
enum Part {
  HTTP_SERVER,
  HTTP_CLIENT,
  JDBC,
  CONNECTION_POOL,
  TRACED,
  SCHEDULED,
  ASYNC;

  /** The setting that switches it off. */
  Setting<Boolean> enabled() {
    return switch (this) {
      case HTTP_SERVER -> InstrumentationSettings.HTTP_SERVER_ENABLED;
      case HTTP_CLIENT -> InstrumentationSettings.HTTP_CLIENT_ENABLED;
      case JDBC -> InstrumentationSettings.JDBC_ENABLED;
      case CONNECTION_POOL -> InstrumentationSettings.CONNECTION_POOL_ENABLED;
      case TRACED -> InstrumentationSettings.TRACED_ENABLED;
      case SCHEDULED -> InstrumentationSettings.SCHEDULED_ENABLED;
      case ASYNC -> InstrumentationSettings.ASYNC_ENABLED;
    };
  }
}
