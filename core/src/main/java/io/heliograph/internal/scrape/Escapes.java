package io.heliograph.internal.scrape;

/** Text between other text of a line. */
final class Escapes {

  private Escapes() {}

  /** For what stands between quotes, and for OpenMetrics' help. */
  static void quoted(String text, StringBuilder out) {
    escape(text, true, out);
  }

  /** For what goes on to the end of its line. */
  static void unquoted(String text, StringBuilder out) {
    escape(text, false, out);
  }

  private static void escape(String text, boolean quotes, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        out.append("\\n");
      } else if (c == '\\' || (quotes && c == '"')) {
        out.append('\\').append(c);
      } else {
        out.append(c);
      }
    }
  }
}
