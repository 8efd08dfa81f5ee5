package io.heliograph;

import io.opentelemetry.api.trace.SpanKind;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Records a span around each call of a method, or of every public method of a class.
 *
 * <pre>{@code
 * @Traced("reserve stock")
 * Receipt reserve(@SpanAttribute("order.id") String orderId) { ... }
 * }</pre>
 *
 * <p>The span ends when the method returns, or, for a {@link java.util.concurrent.CompletionStage}
 * and the reactive types that a framework module knows, when the result is complete. An exception
 * is recorded and sets the span's status to error. An annotation on a method wins over one on its
 * class.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Traced {

  /**
   * The span's name; empty for {@code SimpleClassName.methodName}. On a class it is not used: one
   * name for all methods would say nothing.
   */
  String value() default "";

  /** The span's kind. */
  SpanKind kind() default SpanKind.INTERNAL;
}
