package io.heliograph.quarkus.deployment;

import io.heliograph.ApplicationEngine;
import io.heliograph.Heliograph;
import io.heliograph.HeliographBuilder;
import io.heliograph.config.InstrumentationSettings;
import io.heliograph.config.ResourceSettings;
import io.heliograph.quarkus.EngineRecorder;
import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.arc.deployment.BeanContainerBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.arc.deployment.UnremovableBeanBuildItem;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.Consume;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Produce;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.ApplicationInfoBuildItem;
import io.quarkus.deployment.builditem.ServiceStartBuildItem;
import io.quarkus.deployment.builditem.ShutdownContextBuildItem;
import io.quarkus.vertx.http.deployment.NonApplicationRootPathBuildItem;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Supplier;

/** The engine and its beans. */
class EngineProcessor {

  @BuildStep
  UnremovableBeanBuildItem extensionsOfTheEngine() {
    return UnremovableBeanBuildItem.beanTypes(
        HeliographBuilder.beanTypes().toArray(new Class<?>[0]));
  }

  @BuildStep
  @Record(ExecutionTime.STATIC_INIT)
  EngineBuildItem engine(EngineRecorder recorder) {
    return new EngineBuildItem(recorder.engine());
  }

  @BuildStep
  @Record(ExecutionTime.STATIC_INIT)
  void beans(
      EngineRecorder recorder, EngineBuildItem item, BuildProducer<SyntheticBeanBuildItem> beans) {
    beans.produce(bean(ApplicationEngine.class, recorder.self(item.engine())));
    beans.produce(bean(Heliograph.class, recorder.heliograph(item.engine())));
    beans.produce(bean(OpenTelemetry.class, recorder.openTelemetry(item.engine())));
  }

  private static SyntheticBeanBuildItem bean(Class<?> type, Supplier<?> supplier) {
    return SyntheticBeanBuildItem.configure(type)
        .scope(Singleton.class)
        .supplier(supplier)
        .unremovable()
        .defaultBean()
        .done();
  }

  @BuildStep
  @Record(ExecutionTime.RUNTIME_INIT)
  @Consume(BeanContainerBuildItem.class)
  @Produce(EngineStartedBuildItem.class)
  void start(
      EngineRecorder recorder,
      EngineBuildItem item,
      ApplicationInfoBuildItem application,
      NonApplicationRootPathBuildItem paths,
      ShutdownContextBuildItem shutdown) {
    Map<String, String> proposals =
        Map.of(
            ResourceSettings.SERVICE_NAME.key(), application.getName(),
            InstrumentationSettings.HTTP_SERVER_EXCLUDED_PATHS.key(), excludedPaths(paths));
    recorder.start(item.engine(), proposals, application.getVersion(), shutdown);
  }

  /** Where Quarkus' own endpoints have a root of their own. */
  private static String excludedPaths(NonApplicationRootPathBuildItem paths) {
    String root = paths.getNonApplicationRootPath();
    return root.equals(paths.getNormalizedHttpRootPath()) ? "" : root + "**";
  }

  @BuildStep
  @Record(ExecutionTime.RUNTIME_INIT)
  @Consume(EngineStartedBuildItem.class)
  @Consume(ServiceStartBuildItem.class)
  void report(EngineRecorder recorder, EngineBuildItem item) {
    recorder.report(item.engine());
  }
}
