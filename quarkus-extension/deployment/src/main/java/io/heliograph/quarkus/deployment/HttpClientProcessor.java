package io.heliograph.quarkus.deployment;

import io.heliograph.quarkus.RestClientFilter;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.bootstrap.classloading.QuarkusClassLoader;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.ApplicationArchivesBuildItem;
import io.quarkus.deployment.builditem.BytecodeTransformerBuildItem;
import org.jboss.jandex.ClassInfo;

/** Calls that the application makes. */
class HttpClientProcessor {

  @BuildStep
  void restClients(Capabilities capabilities, BuildProducer<AdditionalBeanBuildItem> beans) {
    if (capabilities.isPresent(Capability.REST_CLIENT_REACTIVE)) {
      beans.produce(AdditionalBeanBuildItem.unremovableOf(RestClientFilter.class));
    }
  }

  /** There is no place at which Vert.x could be told of an interceptor for all clients. */
  @BuildStep
  void webClients(
      ApplicationArchivesBuildItem archives,
      BuildProducer<BytecodeTransformerBuildItem> transformers) {
    if (!QuarkusClassLoader.isClassPresentAtRuntime(WebClientCalls.CORE.replace('/', '.'))) {
      return;
    }
    for (ClassInfo type : archives.getRootArchive().getIndex().getKnownClasses()) {
      transformers.produce(
          new BytecodeTransformerBuildItem.Builder()
              .setClassToTransform(type.name().toString())
              .setRequireConstPoolEntry(WebClientCalls.TYPES)
              .setVisitorFunction((name, next) -> new WebClientCalls(next))
              .build());
    }
  }
}
