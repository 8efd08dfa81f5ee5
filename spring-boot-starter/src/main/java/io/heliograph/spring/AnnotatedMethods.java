package io.heliograph.spring;

import io.heliograph.StartUpFindings;
import io.heliograph.Traced;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import org.springframework.aop.support.AopUtils;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Methods with one of some annotations, or with {@link Traced} on their class, as far as a proxy
 * sees their calls.
 */
final class AnnotatedMethods extends StaticMethodMatcherPointcut {

  private final List<Class<? extends Annotation>> annotations;
  private final StartUpFindings findings;

  AnnotatedMethods(List<Class<? extends Annotation>> annotations, StartUpFindings findings) {
    this.annotations = annotations;
    this.findings = findings;
    setClassFilter(type -> !type.getName().startsWith("org.springframework."));
  }

  @Override
  public boolean matches(Method method, Class<?> targetClass) {
    if (method.getDeclaringClass() == Object.class) {
      return false;
    }
    Method specific = specific(method, targetClass);
    return (isAnnotated(specific) && isSeen(method)) || isOfTracedType(specific);
  }

  /** Tells of all methods that are not recorded; Spring stops looking at the first that is. */
  void tellUnseen(Class<?> type) {
    ReflectionUtils.doWithMethods(type, this::isSeen, this::isAnnotated);
  }

  private boolean isAnnotated(Method method) {
    for (Class<? extends Annotation> annotation : annotations) {
      if (method.isAnnotationPresent(annotation)) {
        return true;
      }
    }
    return false;
  }

  private boolean isSeen(Method method) {
    int unseen = method.getModifiers() & (Modifier.PRIVATE | Modifier.STATIC | Modifier.FINAL);
    if (unseen != 0) {
      findings.leftAlone(
          "method " + ClassUtils.getQualifiedMethodName(method),
          "it is " + Modifier.toString(unseen) + ", and a proxy does not see its calls");
    }
    return unseen == 0;
  }

  private boolean isOfTracedType(Method method) {
    return Modifier.isPublic(method.getModifiers())
        && annotations.contains(Traced.class)
        && method.getDeclaringClass().isAnnotationPresent(Traced.class);
  }

  /** The class's method of an interface's. */
  static Method specific(Method method, Class<?> targetClass) {
    return method.getDeclaringClass().isInterface()
        ? AopUtils.getMostSpecificMethod(method, targetClass)
        : method;
  }
}
