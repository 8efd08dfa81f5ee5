package io.heliograph.instrumentation;

import io.opentelemetry.api.trace.SpanKind;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads methods' annotations; all reflection is here, and happens once for each method. */
final class TracedMethods {

  private final List<MethodAnnotations> families = new ArrayList<>();
  private final List<AsyncResult> asyncResults;

  TracedMethods(List<AsyncResult> asyncResults) {
    this.asyncResults = asyncResults;
    families.add(new HeliographAnnotations());
    families.addAll(OpenTelemetryAnnotations.ifPresent());
  }

  /** What a method's annotations ask for, {@code null} if there are none. */
  @Nullable TracedMethod read(Method method) {
    for (MethodAnnotations family : families) {
      TracedMethod.MethodSpan span = family.span(method);
      if (span != null || family.addsAttributes(method)) {
        return traced(method, span);
      }
    }
    return null;
  }

  /** The same for a method that a scheduler calls: it always has a span, and never a parent. */
  TracedMethod readScheduled(Method method) {
    TracedMethod annotated = read(method);
    TracedMethod.MethodSpan span = annotated == null ? null : annotated.span();
    return traced(
        method,
        span == null
            ? new TracedMethod.MethodSpan("", SpanKind.INTERNAL, false)
            : new TracedMethod.MethodSpan(span.name(), span.kind(), false));
  }

  private TracedMethod traced(Method method, TracedMethod.@Nullable MethodSpan span) {
    Class<?> type = method.getDeclaringClass();
    return new TracedMethod(
        type.getName() + "." + method.getName(),
        span == null ? null : span.withDefaultName(type.getSimpleName() + "." + method.getName()),
        arguments(method.getParameters()),
        asyncResult(method.getReturnType()));
  }

  private List<ArgumentAttribute> arguments(Parameter[] parameters) {
    List<ArgumentAttribute> arguments = new ArrayList<>();
    for (int i = 0; i < parameters.length; i++) {
      String key = key(parameters[i]);
      if (key != null) {
        arguments.add(ArgumentAttribute.of(i, key, parameters[i].getParameterizedType()));
      }
    }
    return arguments;
  }

  /** Without a name in the class file there is only {@code arg0}, which says nothing. */
  private @Nullable String key(Parameter parameter) {
    for (MethodAnnotations family : families) {
      String key = family.attribute(parameter);
      if (key != null && !key.isEmpty()) {
        return key;
      }
      if (key != null && parameter.isNamePresent()) {
        return parameter.getName();
      }
    }
    return null;
  }

  private @Nullable AsyncResult asyncResult(Class<?> type) {
    for (AsyncResult candidate : asyncResults) {
      if (candidate.supports(type)) {
        return candidate;
      }
    }
    return null;
  }
}
