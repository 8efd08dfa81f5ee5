package io.heliograph.compliance;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which rows of OpenTelemetry's compliance matrix a test shows; {@code docs/compliance.md} is
 * generated from it.
 *
 * <p>A row is {@code Section > Heading > Feature} without markdown links, the heading left out
 * where the matrix has none: {@code "Traces > Tracer > Create a new Span"}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Compliance {
  String[] value();
}
