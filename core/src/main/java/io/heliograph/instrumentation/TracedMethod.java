package io.heliograph.instrumentation;

import io.opentelemetry.api.trace.SpanKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the annotations of a method ask for, read once; see {@link MethodInstrumentation#resolve}.
 */
public final class TracedMethod {

  private final String functionName;
  private final @Nullable MethodSpan span;
  private final List<ArgumentAttribute> arguments;
  private final @Nullable AsyncResult asyncResult;

  TracedMethod(
      String functionName,
      @Nullable MethodSpan span,
      List<ArgumentAttribute> arguments,
      @Nullable AsyncResult asyncResult) {
    this.functionName = functionName;
    this.span = span;
    this.arguments = List.copyOf(arguments);
    this.asyncResult = asyncResult;
  }

  /** The fully qualified name: {@code com.acme.Shop.order}. */
  String functionName() {
    return functionName;
  }

  /** {@code null} if the method only adds its arguments to the current span. */
  @Nullable MethodSpan span() {
    return span;
  }

  /** What ends the span with the method's result, {@code null} if its return does. */
  @Nullable AsyncResult asyncResult() {
    return asyncResult;
  }

  /** The parameters that become attributes. */
  List<ArgumentAttribute> arguments() {
    return arguments;
  }

  /**
   * The span that an annotation asks for.
   *
   * @param name empty for the class's and method's own
   * @param inheritContext whether the current span is its parent
   */
  record MethodSpan(String name, SpanKind kind, boolean inheritContext) {

    MethodSpan withDefaultName(String defaultName) {
      return name.isEmpty() ? new MethodSpan(defaultName, kind, inheritContext) : this;
    }
  }
}
