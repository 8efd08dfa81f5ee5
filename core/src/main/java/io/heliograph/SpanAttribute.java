package io.heliograph;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Records the argument of a {@link Traced} method as an attribute of its span.
 *
 * <p>Strings, integers, floating-point numbers, booleans, and lists and arrays of these keep their
 * type; anything else is recorded as its {@code toString()}. A {@code null} is not recorded.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface SpanAttribute {

  /**
   * The attribute's key; empty for the parameter's name, which the compiler must then keep ({@code
   * -parameters}), or the parameter is not recorded.
   */
  String value() default "";
}
