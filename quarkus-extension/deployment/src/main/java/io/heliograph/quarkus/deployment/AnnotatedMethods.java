package io.heliograph.quarkus.deployment;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
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

  private static final List<DotName> SCHEDULED =
      Stream.of("io.quarkus.scheduler.Scheduled", "io.quarkus.scheduler.Scheduled$Schedules")
          .map(DotName::createSimple)
          .toList();

  private static final List<DotName> ALL =
      Stream.concat(
              SCHEDULED.stream(),
              Stream.of(
                      TRACED.toString(),
                      "io.opentelemetry.instrumentation.annotations.WithSpan",
                      "io.opentelemetry.instrumentation.annotations.AddingSpanAttributes")
                  .map(DotName::createSimple))
          .toList();

  private AnnotatedMethods() {}

  /** Those of an index that carry an annotation themselves. */
  static List<MethodInfo> all(IndexView index) {
    List<MethodInfo> methods = new ArrayList<>();
    for (DotName name : ALL) {
      for (AnnotationInstance annotation : index.getAnnotations(name)) {
        if (annotation.target().kind() == AnnotationTarget.Kind.METHOD) {
          methods.add(annotation.target().asMethod());
        }
      }
    }
    return methods;
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

  static boolean isScheduled(MethodInfo method) {
    return SCHEDULED.stream().anyMatch(method::hasDeclaredAnnotation);
  }

  /** Why calls of an annotated method are not recorded, null if they are. */
  static @Nullable String whyUnseen(MethodInfo method, Set<DotName> beans) {
    if (Modifier.isPrivate(method.flags())) {
      return "it is private, and an interceptor does not see its calls";
    }
    return beans.contains(method.declaringClass().name()) ? null : "its class is no bean";
  }
}
