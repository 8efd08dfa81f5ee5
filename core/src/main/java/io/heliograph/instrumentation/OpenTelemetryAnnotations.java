package io.heliograph.instrumentation;

import io.opentelemetry.instrumentation.annotations.AddingSpanAttributes;
import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** OpenTelemetry's own annotations, whose jar an application may or may not have. */
final class OpenTelemetryAnnotations implements MethodAnnotations {

  private final Class<WithSpan> withSpan = WithSpan.class;
  private final Class<AddingSpanAttributes> addingSpanAttributes = AddingSpanAttributes.class;
  private final Class<SpanAttribute> spanAttribute = SpanAttribute.class;

  private OpenTelemetryAnnotations() {}

  /** The annotations, empty if they are not on the class path. */
  static List<MethodAnnotations> ifPresent() {
    try {
      return List.of(new OpenTelemetryAnnotations());
    } catch (LinkageError absent) {
      return List.of();
    }
  }

  @Override
  public TracedMethod.@Nullable MethodSpan span(Method method) {
    WithSpan annotation = method.getAnnotation(withSpan);
    return annotation == null
        ? null
        : new TracedMethod.MethodSpan(
            annotation.value(), annotation.kind(), annotation.inheritContext());
  }

  @Override
  public boolean addsAttributes(Method method) {
    return method.isAnnotationPresent(addingSpanAttributes);
  }

  @Override
  public @Nullable String attribute(Parameter parameter) {
    SpanAttribute annotation = parameter.getAnnotation(spanAttribute);
    return annotation == null ? null : annotation.value();
  }
}
