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

  /**
   * The name of a span.
   *
   * @param known what {@link #known} made of the method
   * @param target the route or template, if there is one
   */
  static String spanName(String known, @Nullable String target) {
    String name = known.equals(OTHER) ? OTHER_IN_NAME : known;
    return target == null ? name : name + " " + target;
  }

  /**
   * Puts a method on a span as it was sent, if it is not a known one.
   *
   * @param known what {@link #known} made of the original
   */
  static void recordOriginal(AttributeSink span, String known, @Nullable String original) {
    if (known.equals(OTHER)) {
      span.setIfPresent(SemanticAttributes.HTTP_REQUEST_METHOD_ORIGINAL, original);
    }
  }
}
