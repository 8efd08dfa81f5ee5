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

  /** The method as it stands in a span name. */
  String inName(@Nullable String method) {
    return method != null && known.contains(method) ? method : OTHER_IN_NAME;
  }

  void record(AttributeSink span, @Nullable String method) {
    if (method != null && known.contains(method)) {
      span.setAttribute(SemanticAttributes.HTTP_REQUEST_METHOD, method);
    } else {
      span.setAttribute(SemanticAttributes.HTTP_REQUEST_METHOD, OTHER);
      span.setIfPresent(SemanticAttributes.HTTP_REQUEST_METHOD_ORIGINAL, method);
    }
  }
}
