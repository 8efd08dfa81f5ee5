package io.heliograph.instrumentation;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps methods that a client made up out of names and attributes. */
final class HttpMethods {

  private static final String OTHER = "_OTHER";
  private static final String OTHER_IN_NAME = "HTTP";

  private final Set<String> known;

  HttpMethods(Set<String> known) {
    this.known = known;
  }

  /** The method as an attribute. */
  String known(@Nullable String method) {
    return method != null && known.contains(method) ? method : OTHER;
  }

  /** A known method as it stands in a span name. */
  static String inName(String known) {
    return known.equals(OTHER) ? OTHER_IN_NAME : known;
  }

  /**
   * Puts a method on a span.
   *
   * @param known what {@link #known} made of the original
   */
  static void record(AttributeSink span, String known, @Nullable String original) {
    span.setAttribute(SemanticAttributes.HTTP_REQUEST_METHOD, known);
    recordOriginal(span, known, original);
  }

  /** Puts a method on a span as it was sent, if it is not a known one. */
  static void recordOriginal(AttributeSink span, String known, @Nullable String original) {
    if (known.equals(OTHER)) {
      span.setIfPresent(SemanticAttributes.HTTP_REQUEST_METHOD_ORIGINAL, original);
    }
  }
}
