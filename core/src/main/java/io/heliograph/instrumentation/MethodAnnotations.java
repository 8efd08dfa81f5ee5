package io.heliograph.instrumentation;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import org.jspecify.annotations.Nullable;

/** One family of annotations on methods and parameters. */
interface MethodAnnotations {

  /** The span that a method's annotations ask for, {@code null} if they ask for none. */
  TracedMethod.@Nullable MethodSpan span(Method method);

  /** Whether a method's arguments are to be added to the current span. */
  boolean addsAttributes(Method method);

  /** A parameter's attribute key, empty for its name, {@code null} if it is not to be recorded. */
  @Nullable String attribute(Parameter parameter);
}
