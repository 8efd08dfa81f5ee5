package io.heliograph.quarkus.deployment;

import io.heliograph.config.Part;
import io.heliograph.quarkus.FindingsRecorder;
import io.heliograph.quarkus.Recorded;
import io.heliograph.quarkus.RecordedMethods;
import io.heliograph.quarkus.ScheduledInterceptor;
import io.heliograph.quarkus.TracedInterceptor;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.AnnotationsTransformerBuildItem;
import io.quarkus.arc.deployment.BeanDiscoveryFinishedBuildItem;
import io.quarkus.arc.processor.BeanInfo;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTransformation;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;

/** Calls of annotated methods, and runs of scheduled ones. */
class MethodsProcessor {

  @BuildStep
  AdditionalBeanBuildItem interceptors() {
    return AdditionalBeanBuildItem.builder()
        .addBeanClasses(
            Recorded.class,
            RecordedMethods.class,
            TracedInterceptor.class,
            ScheduledInterceptor.class)
        .setUnremovable()
        .build();
  }

  @BuildStep
  AnnotationsTransformerBuildItem bindings() {
    return new AnnotationsTransformerBuildItem(
        AnnotationTransformation.forMethods()
            .whenMethod(AnnotatedMethods::isSeen)
            .transform(
                context -> {
                  boolean run = AnnotatedMethods.isScheduled(context.declaration().asMethod());
                  context.add(
                      AnnotationInstance.builder(Recorded.class)
                          .add("value", run ? Recorded.Kind.RUN : Recorded.Kind.CALL)
                          .build());
                }));
  }

  @BuildStep
  @Record(ExecutionTime.RUNTIME_INIT)
  void findings(
      FindingsRecorder recorder,
      EngineBuildItem engine,
      CombinedIndexBuildItem index,
      BeanDiscoveryFinishedBuildItem beans) {
    Set<DotName> classes = new HashSet<>();
    beans.beanStream().classBeans().stream().map(BeanInfo::getBeanClass).forEach(classes::add);
    List<String> found = new ArrayList<>();
    Map<String, String> unseen = new TreeMap<>();
    for (MethodInfo method : AnnotatedMethods.all(index.getIndex())) {
      String why = AnnotatedMethods.whyUnseen(method, classes);
      if (why == null) {
        found.add(method.declaringClass().simpleName());
      } else {
        unseen.put("method " + method.declaringClass().name() + "." + method.name(), why);
      }
    }
    recorder.found(engine.engine(), Part.TRACED, found);
    recorder.leftAlone(engine.engine(), Part.TRACED, unseen);
  }
}
