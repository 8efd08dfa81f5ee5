package io.heliograph.internal.trace;

import org.jspecify.annotations.Nullable;

/** What a span without a name is called, since OTLP receivers refuse an empty one. */
final class SpanNames {

  private static final String UNSPECIFIED = "<unspecified span name>";

  private SpanNames() {}

  static String orPlaceholder(@Nullable String name) {
    return name == null || name.isBlank() ? UNSPECIFIED : name;
  }
}
