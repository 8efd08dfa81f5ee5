package io.heliograph.quarkus.deployment;

import io.heliograph.config.Part;
import io.heliograph.quarkus.EngineRecorder;
import io.heliograph.quarkus.VertxRecorder;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.Consume;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.metrics.MetricsCapabilityBuildItem;
import io.quarkus.resteasy.reactive.server.runtime.observability.ObservabilityCustomizer;
import io.quarkus.resteasy.reactive.server.spi.MethodScannerBuildItem;
import io.quarkus.runtime.metrics.MetricsFactory;
import io.quarkus.vertx.http.deployment.FilterBuildItem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.MethodInfo;
import org.jboss.resteasy.reactive.server.model.HandlerChainCustomizer;
import org.jboss.resteasy.reactive.server.processor.scanning.MethodScanner;

/** Requests to the application. */
class HttpServerProcessor {

  /** Far above Quarkus' own filters, the highest of which is 300. */
  private static final int BEFORE_ALL_OTHERS = 100_000;

  @BuildStep
  @Record(ExecutionTime.RUNTIME_INIT)
  @Consume(EngineStartedBuildItem.class)
  FilterBuildItem filter(
      EngineRecorder engineRecorder, VertxRecorder recorder, EngineBuildItem item) {
    engineRecorder.found(item.engine(), Part.HTTP_SERVER, List.of("Vert.x HTTP"));
    return new FilterBuildItem(recorder.server(item.engine()), BEFORE_ALL_OTHERS);
  }

  /** Quarkus does the same itself where it finds Micrometer. */
  @BuildStep
  void restTemplates(
      Capabilities capabilities,
      Optional<MetricsCapabilityBuildItem> metrics,
      BuildProducer<MethodScannerBuildItem> scanners) {
    boolean done = metrics.isPresent() && metrics.get().metricsSupported(MetricsFactory.MICROMETER);
    if (capabilities.isPresent(Capability.RESTEASY_REACTIVE) && !done) {
      scanners.produce(new MethodScannerBuildItem(new TemplateScanner()));
    }
  }

  private static final class TemplateScanner implements MethodScanner {

    @Override
    public List<HandlerChainCustomizer> scan(
        MethodInfo method, ClassInfo endpointClass, Map<String, Object> methodContext) {
      return List.of(new ObservabilityCustomizer());
    }
  }
}
