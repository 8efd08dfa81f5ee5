package io.heliograph.spring;

import io.heliograph.Traced;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import org.springframework.aop.support.AopUtils;
import org.springframework.aop.support.StaticMethodMatcherPointcut;

/** Methods with one of some annotations, or with {@link Traced} on their class. */
final class AnnotatedMethods extends StaticMethodMatcherPointcut {

  private final List<Class<? extends Annotation>> annotations;

  AnnotatedMethods(List<Class<? extends Annotation>> annotations) {
    this.annotations = annotations;
    setClassFilter(type -> !type.getName().startsWith("org.springframework."));
  }

  @Override
  public boolean matches(Method method, Class<?> targetClass) {
    if (method.getDeclaringClass() == Object.class) {
      return false;
    }
    Method specific = specific(method, targetClass);
    return annotations.stream().anyMatch(specific::isAnnotationPresent) || isOfTracedType(specific);
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
