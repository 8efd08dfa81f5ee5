package io.heliograph.internal.scrape;

/** Names in the characters that every Prometheus understands. */
final class Names {

  private Names() {}

  /** Letters, digits and single underscores, no digit in front. */
  static String label(String key) {
    return escaped(key, false);
  }

  /** Like a label, and colons. */
  static String metric(String name) {
    return escaped(name, true);
  }

  private static String escaped(String name, boolean colons) {
    StringBuilder safe = new StringBuilder(name.length() + 1);
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      if (digit && safe.isEmpty()) {
        safe.append('_');
      }
      boolean keep = digit || isLetter(c) || (colons && c == ':');
      if (keep) {
        safe.append(c);
      } else if (safe.isEmpty() || safe.charAt(safe.length() - 1) != '_') {
        safe.append('_');
      }
    }
    return safe.toString();
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** Without underscores at the ends, so that joining words doubles none. */
  static String trimmed(String name) {
    int from = name.startsWith("_") ? 1 : 0;
    int to = name.length() > from && name.endsWith("_") ? name.length() - 1 : name.length();
    return name.substring(from, to);
  }
}
