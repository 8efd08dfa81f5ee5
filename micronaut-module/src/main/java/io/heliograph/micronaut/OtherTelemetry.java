package io.heliograph.micronaut;

import io.micronaut.core.reflect.ClassUtils;

/** Finds what would record everything once more. */
final class OtherTelemetry {

  private static final String OF_MICRONAUT =
      "io.micronaut.tracing.opentelemetry.DefaultOpenTelemetryFactory";

  private OtherTelemetry() {}

  /**
   * Does not let two engines run beside each other.
   *
   * @throws IllegalStateException if Micronaut's own is there
   */
  static void refuse(ClassLoader classes) {
    if (ClassUtils.isPresent(OF_MICRONAUT, classes)) {
      throw new IllegalStateException(
          "micronaut-tracing-opentelemetry and heliograph-micronaut would record everything twice."
              + " Remove one of the two from the dependencies.");
    }
  }
}
