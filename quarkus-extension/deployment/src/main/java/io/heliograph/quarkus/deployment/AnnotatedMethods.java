package io.heliograph.quarkus.deployment;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/** Methods with an annotation that asks to be recorded, as far as interceptors see their calls. */
final class AnnotatedMethods {

  private static final DotName TRACED = DotName.createSimple("io.heliograph.Traced");

  private static final List<DotName> ALL =
      List.of(
          TRACED,
          DotName.createSimple("io.opentelemetry.instrumentation.annotations.WithSpan"),
          DotName.createSimple("io.opentelemetry.instrumentation.annotations.AddingSpanAttributes"),
          DotName.createSimple("io.quarkus.scheduler.Scheduled"),
          DotName.createSimple("io.quarkus.scheduler.Scheduled$Schedules"));

  private AnnotatedMethods() {}

  /** Those of an index that carry an annotation themselves. */
  static Stream<MethodInfo> all(IndexView index) {
    return ALL.stream()
        .flatMap(name -> index.getAnnotations(name).stream())
        .map(AnnotationInstance::target)
        .filter(target -> target.kind() == AnnotationTarget.Kind.METHOD)
        .map(AnnotationTarget::asMethod);
  }

  /** Whether a method is to be recorded; of a class with the annotation, every public one is. */
  static boolean isSeen(MethodInfo method) {
    boolean annotated = ALL.stream().anyMatch(method::hasDeclaredAnnotation);
    boolean ofClass =
        Modifier.isPublic(method.flags())
            && method.declaringClass().hasDeclaredAnnotation(TRACED)
            && !method.isConstructor();
    return (annotated || ofClass) && !Modifier.isPrivate(method.flags());
  }

  /** Why calls of an annotated method are not recorded, null if they are. */
  static @Nullable String whyUnseen(MethodInfo method, Set<DotName> beans) {
    if (Modifier.isPrivate(method.flags())) {
      return "it is private, and an interceptor does not see its calls";
    }
    return beans.contains(method.declaringClass().name()) ? null : "its class is no bean";
  }
}
