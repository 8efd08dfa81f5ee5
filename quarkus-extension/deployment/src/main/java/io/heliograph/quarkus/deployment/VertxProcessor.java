package io.heliograph.quarkus.deployment;

import io.heliograph.config.Part;
import io.heliograph.quarkus.FindingsRecorder;
import io.heliograph.quarkus.VertxCalls;
import io.heliograph.quarkus.VertxRecorder;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.bootstrap.classloading.QuarkusClassLoader;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.vertx.core.deployment.VertxOptionsConsumerBuildItem;
import java.util.List;

/** Messages on the event bus, and queries of reactive clients. */
class VertxProcessor {

  @BuildStep
  AdditionalBeanBuildItem calls() {
    return AdditionalBeanBuildItem.unremovableOf(VertxCalls.class);
  }

  @BuildStep
  @Record(ExecutionTime.STATIC_INIT)
  VertxOptionsConsumerBuildItem tracer(VertxRecorder recorder) {
    boolean sql = QuarkusClassLoader.isClassPresentAtRuntime("io.vertx.sqlclient.SqlClient");
    return new VertxOptionsConsumerBuildItem(recorder.tracer(sql), 0);
  }

  @BuildStep
  @Record(ExecutionTime.RUNTIME_INIT)
  void findings(FindingsRecorder recorder, EngineBuildItem engine) {
    recorder.found(engine.engine(), Part.ASYNC, List.of("event bus", "managed executors"));
  }
}
