package io.heliograph.quarkus.deployment;

import io.heliograph.config.Part;
import io.heliograph.quarkus.EngineRecorder;
import io.heliograph.quarkus.VertxRecorder;
import io.heliograph.vertx.VertxTelemetry;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.vertx.core.deployment.VertxOptionsConsumerBuildItem;
import jakarta.inject.Singleton;
import java.util.List;

/** Messages on the event bus, and queries of reactive clients. */
class VertxProcessor {

  @BuildStep
  @Record(ExecutionTime.STATIC_INIT)
  SyntheticBeanBuildItem telemetry(VertxRecorder recorder, EngineBuildItem item) {
    return SyntheticBeanBuildItem.configure(VertxTelemetry.class)
        .scope(Singleton.class)
        .supplier(recorder.telemetry(item.engine()))
        .unremovable()
        .done();
  }

  @BuildStep
  @Record(ExecutionTime.STATIC_INIT)
  VertxOptionsConsumerBuildItem tracer(VertxRecorder recorder) {
    return new VertxOptionsConsumerBuildItem(recorder.tracer(), 0);
  }

  @BuildStep
  @Record(ExecutionTime.STATIC_INIT)
  void findings(EngineRecorder recorder, EngineBuildItem item) {
    recorder.found(item.engine(), Part.ASYNC, List.of("event bus", "managed executors"));
  }
}
