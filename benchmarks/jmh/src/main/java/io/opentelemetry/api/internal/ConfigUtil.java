package io.opentelemetry.api.internal;

import org.jspecify.annotations.Nullable;

/**
 * What the official Instrumenter (2.31.1, made for API 1.65) asks of the API while it starts, and
 * API 1.67 no longer has. No release that goes with 1.67 resolves completely here.
 */
public final class ConfigUtil {

  private ConfigUtil() {}

  public static <T> @Nullable T defaultIfNull(@Nullable T value, @Nullable T otherwise) {
    return value == null ? otherwise : value;
  }
}
