package io.heliograph.quarkus.deployment;

import io.heliograph.Heliograph;
import io.heliograph.HeliographCustomizer;
import io.heliograph.pipeline.IdGenerator;
import io.heliograph.pipeline.ResourceDetector;
import io.heliograph.pipeline.Sampler;
import io.heliograph.pipeline.SpanProcessor;
import io.heliograph.quarkus.Engine;
import io.heliograph.quarkus.EngineRecorder;
import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.arc.deployment.BeanContainerBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.arc.deployment.UnremovableBeanBuildItem;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.Consume;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.ApplicationInfoBuildItem;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.deployment.builditem.ServiceStartBuildItem;
import io.quarkus.deployment.builditem.ShutdownContextBuildItem;
import io.quarkus.vertx.http.deployment.NonApplicationRootPathBuildItem;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** The engine and its beans. */
class EngineProcessor {

  @BuildStep
  FeatureBuildItem feature() {
    OtherTelemetry.refuse();
    return new FeatureBuildItem("heliograph");
  }

  @BuildStep
  UnremovableBeanBuildItem extensionsOfTheEngine() {
    return UnremovableBeanBuildItem.beanTypes(
        SpanProcessor.class,
        Sampler.class,
        IdGenerator.class,
        ResourceDetector.class,
        HeliographCustomizer.class);
  }

  @BuildStep
  @Record(ExecutionTime.STATIC_INIT)
  UnstartedEngineBuildItem engine(EngineRecorder recorder) {
    return new UnstartedEngineBuildItem(recorder.engine());
  }

  @BuildStep
  @Record(ExecutionTime.STATIC_INIT)
  void beans(
      EngineRecorder recorder,
      UnstartedEngineBuildItem unstarted,
      BuildProducer<SyntheticBeanBuildItem> beans) {
    beans.produce(bean(Engine.class, recorder.self(unstarted.engine())));
    beans.produce(bean(Heliograph.class, recorder.heliograph(unstarted.engine())));
    beans.produce(bean(OpenTelemetry.class, recorder.openTelemetry(unstarted.engine())));
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
  EngineBuildItem start(
      EngineRecorder recorder,
      UnstartedEngineBuildItem unstarted,
      ApplicationInfoBuildItem application,
      NonApplicationRootPathBuildItem paths,
      ShutdownContextBuildItem shutdown) {
    recorder.start(
        unstarted.engine(),
        application.getName(),
        application.getVersion(),
        excludedPaths(paths),
        shutdown);
    return new EngineBuildItem(unstarted.engine());
  }

  /** Where Quarkus' own endpoints have a root of their own. */
  private static String excludedPaths(NonApplicationRootPathBuildItem paths) {
    String root = paths.getNonApplicationRootPath();
    return root.equals(paths.getNormalizedHttpRootPath()) ? "" : root + "**";
  }

  @BuildStep
  @Record(ExecutionTime.RUNTIME_INIT)
  @Consume(ServiceStartBuildItem.class)
  void report(EngineRecorder recorder, EngineBuildItem engine) {
    recorder.report(engine.engine());
  }
}
