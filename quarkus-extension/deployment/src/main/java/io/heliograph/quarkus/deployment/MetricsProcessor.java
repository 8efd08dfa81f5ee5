package io.heliograph.quarkus.deployment;

import io.heliograph.quarkus.MetricsRecorder;
import io.quarkus.arc.deployment.UnremovableBeanBuildItem;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.Consume;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.ShutdownContextBuildItem;
import io.quarkus.deployment.metrics.MetricsCapabilityBuildItem;
import io.quarkus.runtime.metrics.MetricsFactory;
import java.util.Optional;
import org.jboss.jandex.DotName;

/** What is measured whether there are requests or not. */
class MetricsProcessor {

  @BuildStep
  @Record(ExecutionTime.RUNTIME_INIT)
  @Consume(EngineStartedBuildItem.class)
  void jvm(MetricsRecorder recorder, EngineBuildItem item, ShutdownContextBuildItem shutdown) {
    recorder.jvm(item.engine(), shutdown);
  }

  @BuildStep
  @Record(ExecutionTime.RUNTIME_INIT)
  @Consume(EngineStartedBuildItem.class)
  void micrometer(
      MetricsRecorder recorder,
      EngineBuildItem item,
      Optional<MetricsCapabilityBuildItem> metrics,
      ShutdownContextBuildItem shutdown) {
    if (metrics.isPresent() && metrics.get().metricsSupported(MetricsFactory.MICROMETER)) {
      recorder.micrometer(item.engine(), shutdown);
    }
  }

  @BuildStep
  UnremovableBeanBuildItem observations() {
    return UnremovableBeanBuildItem.beanTypes(
        DotName.createSimple("io.micrometer.observation.ObservationRegistry"));
  }
}
