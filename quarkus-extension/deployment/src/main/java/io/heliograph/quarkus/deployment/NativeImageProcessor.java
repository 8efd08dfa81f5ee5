package io.heliograph.quarkus.deployment;

import io.heliograph.pipeline.ResourceDetector;
import io.heliograph.pipeline.SamplerProvider;
import io.opentelemetry.context.ContextStorageProvider;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.nativeimage.NativeImageResourceBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import io.quarkus.deployment.builditem.nativeimage.RuntimeInitializedClassBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ServiceProviderBuildItem;
import java.util.stream.Stream;

/** What a native image would leave out, or make too early, because nothing tells it not to. */
class NativeImageProcessor {

  @BuildStep
  NativeImageResourceBuildItem version() {
    return new NativeImageResourceBuildItem("io/heliograph/internal/version.txt");
  }

  @BuildStep
  void services(BuildProducer<ServiceProviderBuildItem> services) {
    Stream.of(
            SamplerProvider.class.getName(),
            ResourceDetector.class.getName(),
            ContextStorageProvider.class.getName())
        .map(ServiceProviderBuildItem::allProvidersFromClassPath)
        .forEach(services::produce);
  }

  /** Looked up by name, to see whether the application has a library for declarative files. */
  @BuildStep
  ReflectiveClassBuildItem yamlLibraries() {
    return ReflectiveClassBuildItem.builder(
            "org.yaml.snakeyaml.Yaml", "org.snakeyaml.engine.v2.api.Compose")
        .reason("declarative configuration")
        .build();
  }

  /** What must see the machine that the application runs on, and not the one that built it. */
  @BuildStep
  RuntimeInitializedClassBuildItem atRunTime() {
    return new RuntimeInitializedClassBuildItem("io.heliograph.internal.metrics.Cells");
  }
}
