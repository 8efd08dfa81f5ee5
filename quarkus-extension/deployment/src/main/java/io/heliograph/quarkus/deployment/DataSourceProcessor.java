package io.heliograph.quarkus.deployment;

import io.heliograph.config.Part;
import io.heliograph.quarkus.DataSourceInterceptor;
import io.heliograph.quarkus.FindingsRecorder;
import io.heliograph.quarkus.Recorded;
import io.quarkus.agroal.spi.JdbcDataSourceBuildItem;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.AnnotationsTransformerBuildItem;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.nativeimage.NativeImageProxyDefinitionBuildItem;
import java.util.List;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTransformation;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;

/** Data sources of Agroal, which has no hook that could wrap connections. */
class DataSourceProcessor {

  /** Internal to Quarkus; a test fails when it is renamed. */
  private static final DotName FACTORY =
      DotName.createSimple("io.quarkus.agroal.runtime.DataSources");

  private static final String METHOD = "createDataSource";

  @BuildStep
  void dataSources(
      Capabilities capabilities,
      BuildProducer<AdditionalBeanBuildItem> beans,
      BuildProducer<AnnotationsTransformerBuildItem> transformers,
      BuildProducer<NativeImageProxyDefinitionBuildItem> proxies) {
    if (capabilities.isPresent(Capability.AGROAL)) {
      beans.produce(AdditionalBeanBuildItem.unremovableOf(DataSourceInterceptor.class));
      transformers.produce(new AnnotationsTransformerBuildItem(binding()));
      proxies.produce(new NativeImageProxyDefinitionBuildItem("io.agroal.api.AgroalDataSource"));
    }
  }

  @BuildStep
  @Record(ExecutionTime.RUNTIME_INIT)
  void findings(
      FindingsRecorder recorder, EngineBuildItem engine, List<JdbcDataSourceBuildItem> sources) {
    List<String> names = sources.stream().map(JdbcDataSourceBuildItem::getName).toList();
    recorder.found(engine.engine(), Part.JDBC, names);
  }

  private static AnnotationTransformation binding() {
    return AnnotationTransformation.forMethods()
        .whenMethod(DataSourceProcessor::isFactory)
        .transform(
            context ->
                context.add(
                    AnnotationInstance.builder(Recorded.class)
                        .add("value", Recorded.Kind.DATA_SOURCE)
                        .build()));
  }

  private static boolean isFactory(MethodInfo method) {
    return method.declaringClass().name().equals(FACTORY) && method.name().equals(METHOD);
  }
}
