package io.heliograph.quarkus;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the build puts on methods whose calls it wants to see. */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Recorded {

  /** What a call is. */
  Kind value();

  /** One interceptor each. */
  enum Kind {
    /** Of a method with an annotation of the user's. */
    CALL,
    /** Of a method that a scheduler runs, each time in a trace of its own. */
    RUN,
    /** Of the method of Quarkus' own that makes data sources. */
    DATA_SOURCE
  }
}
