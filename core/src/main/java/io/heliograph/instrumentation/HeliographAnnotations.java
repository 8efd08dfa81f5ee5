package io.heliograph.instrumentation;

import io.heliograph.SpanAttribute;
import io.heliograph.Traced;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import org.jspecify.annotations.Nullable;

/** {@link Traced} and {@link SpanAttribute}. */
final class HeliographAnnotations implements MethodAnnotations {

  @Override
  public TracedMethod.@Nullable MethodSpan span(Method method) {
    Traced own = method.getAnnotation(Traced.class);
    if (own != null) {
      return new TracedMethod.MethodSpan(own.value(), own.kind(), true);
    }
    Traced ofClass = method.getDeclaringClass().getAnnotation(Traced.class);
    boolean included = ofClass != null && Modifier.isPublic(method.getModifiers());
    return included ? new TracedMethod.MethodSpan("", ofClass.kind(), true) : null;
  }

  @Override
  public boolean addsAttributes(Method method) {
    return false;
  }

  @Override
  public @Nullable String attribute(Parameter parameter) {
    SpanAttribute annotation = parameter.getAnnotation(SpanAttribute.class);
    return annotation == null ? null : annotation.value();
  }
}
