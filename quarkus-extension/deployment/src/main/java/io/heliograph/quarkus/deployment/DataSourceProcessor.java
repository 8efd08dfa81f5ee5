package io.heliograph.quarkus.deployment;

import io.heliograph.config.Part;
import io.heliograph.quarkus.DataSourceInterceptor;
import io.heliograph.quarkus.EngineRecorder;
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
import org.jboss.jandex.MethodInfo;

/** Data sources of Agroal, which has no hook that could wrap connections. */
class DataSourceProcessor {

  /** Internal to Quarkus; a test fails when it is renamed. */
  private static final String FACTORY = "io.quarkus.agroal.runtime.DataSources.createDataSource";

  @BuildStep
  void dataSources(
      Capabilities capabilities,
      BuildProducer<AdditionalBeanBuildItem> beans,
      BuildProducer<AnnotationsTransformerBuildItem> transformers,
      BuildProducer<NativeImageProxyDefinitionBuildItem> proxies) {
    if (capabilities.isPresent(Capability.AGROAL)) {
      beans.produce(AdditionalBeanBuildItem.unremovableOf(DataSourceInterceptor.class));
      transformers.produce(Bindings.of(true, DataSourceProcessor::isFactory));
      proxies.produce(new NativeImageProxyDefinitionBuildItem("io.agroal.api.AgroalDataSource"));
    }
  }

  private static boolean isFactory(MethodInfo method) {
    return FACTORY.equals(method.declaringClass().name() + "." + method.name());
  }

  @BuildStep
  @Record(ExecutionTime.STATIC_INIT)
  void findings(
      EngineRecorder recorder, EngineBuildItem item, List<JdbcDataSourceBuildItem> sources) {
    List<String> names = sources.stream().map(JdbcDataSourceBuildItem::getName).toList();
    recorder.found(item.engine(), Part.JDBC, names);
    recorder.found(item.engine(), Part.CONNECTION_POOL, names);
  }
}
