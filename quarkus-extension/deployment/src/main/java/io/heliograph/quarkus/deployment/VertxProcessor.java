package io.heliograph.quarkus.deployment;

import io.heliograph.quarkus.VertxCalls;
import io.heliograph.quarkus.VertxRecorder;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.bootstrap.classloading.QuarkusClassLoader;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.vertx.core.deployment.VertxOptionsConsumerBuildItem;

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
}
