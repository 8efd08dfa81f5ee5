package io.heliograph.quarkus.deployment;

import io.heliograph.quarkus.Recorded;
import io.quarkus.arc.deployment.AnnotationsTransformerBuildItem;
import java.util.function.Predicate;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTransformation;
import org.jboss.jandex.MethodInfo;

/** Binds methods to interceptors. */
final class Bindings {

  private Bindings() {}

  static AnnotationsTransformerBuildItem of(boolean dataSource, Predicate<MethodInfo> methods) {
    AnnotationInstance recorded =
        AnnotationInstance.builder(Recorded.class).add("dataSource", dataSource).build();
    return new AnnotationsTransformerBuildItem(
        AnnotationTransformation.forMethods()
            .whenMethod(methods)
            .transform(context -> context.add(recorded)));
  }
}
