package io.heliograph.config;

import java.util.Locale;

/** The spellings of a key: dotted in kebab or camel case, and upper case with underscores. */
final class Names {
  static final String PREFIX = "heliograph.";
  static final String OTEL_PREFIX = "otel.";

  private Names() {}

  /** Whether the name is in one of the two key spaces, in any spelling. */
  static boolean isOurs(String name) {
    return name.startsWith(PREFIX)
        || name.startsWith(OTEL_PREFIX)
        || name.startsWith("HELIOGRAPH_")
        || name.startsWith("OTEL_");
  }

  /** Whether the name, in any spelling, is in the key space that the prefix stands for. */
  static boolean isIn(String prefix, String name) {
    return name.startsWith(prefix) || name.startsWith(environmentForm(prefix));
  }

  static boolean isEnvironmentForm(String name) {
    return name.indexOf('.') < 0;
  }

  static String environmentForm(String key) {
    return key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }

  static String dottedForm(String variable) {
    return variable.replace('_', '.').toLowerCase(Locale.ROOT);
  }

  /** The form in which {@code max-queue}, {@code maxQueue} and {@code MAX_QUEUE} are the same. */
  static String relaxed(String name) {
    return isEnvironmentForm(name) ? squashed(name) : withoutSeparators(name);
  }

  /** Without dots too: an environment variable does not tell a dot from a dash. */
  static String squashed(String name) {
    return withoutSeparators(name).replace(".", "");
  }

  private static String withoutSeparators(String name) {
    return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
  }
}
