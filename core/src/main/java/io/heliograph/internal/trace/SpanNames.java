package io.heliograph.internal.trace;

import org.jspecify.annotations.Nullable;

/** What a span without a name is called, since OTLP receivers refuse an empty one. */
final class SpanNames {

  private static final String UNSPECIFIED = "<unspecified span name>";

  private SpanNames() {}

  static String orPlaceholder(@Nullable String name) {
    return name == null || isBlank(name) ? UNSPECIFIED : name;
  }

  /** Most names show by their first letter that they are not. */
  private static boolean isBlank(String name) {
    return name.isEmpty() || (!isVisibleAscii(name.charAt(0)) && name.isBlank());
  }

  private static boolean isVisibleAscii(char letter) {
    return letter > ' ' && letter < 0x7f;
  }
}
