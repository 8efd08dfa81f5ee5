package io.heliograph.quarkus.deployment;

import io.quarkus.bootstrap.classloading.QuarkusClassLoader;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Tells that we are there, unless somebody else is who would record everything once more. */
class FeatureProcessor {

  private static final String OTHER = "io.quarkus.opentelemetry.runtime.OpenTelemetryRecorder";

  /**
   * Switching the other one off by a property would not suffice, because both want to keep
   * OpenTelemetry's context.
   */
  @BuildStep
  FeatureBuildItem feature() {
    if (QuarkusClassLoader.isClassPresentAtRuntime(OTHER)) {
      throw new ConfigurationException(
          "This application has both heliograph-quarkus and quarkus-opentelemetry, which would"
              + " record everything twice. Remove the dependency io.quarkus:quarkus-opentelemetry to"
              + " use Heliograph, or io.heliograph:heliograph-quarkus to use the other."
              + " `mvn dependency:tree -Dincludes=io.quarkus:quarkus-opentelemetry` shows what"
              + " brings it in.");
    }
    return new FeatureBuildItem("heliograph");
  }
}
