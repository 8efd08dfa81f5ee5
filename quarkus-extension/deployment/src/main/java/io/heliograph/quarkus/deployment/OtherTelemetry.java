package io.heliograph.quarkus.deployment;

import io.quarkus.bootstrap.classloading.QuarkusClassLoader;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Quarkus' own extension would record the same requests, calls and queries once more. */
final class OtherTelemetry {

  private static final String CLASS = "io.quarkus.opentelemetry.runtime.OpenTelemetryRecorder";

  private OtherTelemetry() {}

  /**
   * Ends a build in which both are; switching one off by a property does not suffice, because both
   * want to keep OpenTelemetry's context.
   */
  static void refuse() {
    if (QuarkusClassLoader.isClassPresentAtRuntime(CLASS)) {
      throw new ConfigurationException(
          "This application has both heliograph-quarkus and quarkus-opentelemetry, which would"
              + " record everything twice. Remove the dependency io.quarkus:quarkus-opentelemetry to"
              + " use Heliograph, or io.heliograph:heliograph-quarkus to use the other."
              + " `mvn dependency:tree -Dincludes=io.quarkus:quarkus-opentelemetry` shows what"
              + " brings it in.");
    }
  }
}
