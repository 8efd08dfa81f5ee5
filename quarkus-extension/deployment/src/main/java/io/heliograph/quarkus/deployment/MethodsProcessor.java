package io.heliograph.quarkus.deployment;

import io.heliograph.config.Part;
import io.heliograph.quarkus.EngineRecorder;
import io.heliograph.quarkus.MethodInterceptor;
import io.heliograph.quarkus.Recorded;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.AnnotationsTransformerBuildItem;
import io.quarkus.arc.deployment.BeanDiscoveryFinishedBuildItem;
import io.quarkus.arc.processor.BeanInfo;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.jandex.DotName;

/** Calls of annotated methods, and runs of scheduled ones. */
class MethodsProcessor {

  @BuildStep
  AdditionalBeanBuildItem interceptor() {
    return AdditionalBeanBuildItem.builder()
        .addBeanClasses(Recorded.class, MethodInterceptor.class)
        .setUnremovable()
        .build();
  }

  @BuildStep
  AnnotationsTransformerBuildItem bindings() {
    return Bindings.of(false, AnnotatedMethods::isSeen);
  }

  @BuildStep
  @Record(ExecutionTime.STATIC_INIT)
  void findings(
      EngineRecorder recorder,
      EngineBuildItem item,
      CombinedIndexBuildItem index,
      BeanDiscoveryFinishedBuildItem beans) {
    Set<DotName> classes =
        beans.beanStream().classBeans().stream()
            .map(BeanInfo::getBeanClass)
            .collect(Collectors.toSet());
    List<String> found = new ArrayList<>();
    Map<String, String> unseen = new TreeMap<>();
    AnnotatedMethods.all(index.getIndex())
        .forEach(
            method -> {
              String why = AnnotatedMethods.whyUnseen(method, classes);
              if (why == null) {
                found.add(method.declaringClass().simpleName());
              } else {
                unseen.put("method " + method.declaringClass().name() + "." + method.name(), why);
              }
            });
    recorder.found(item.engine(), Part.TRACED, found);
    recorder.leftAlone(item.engine(), unseen);
  }
}
