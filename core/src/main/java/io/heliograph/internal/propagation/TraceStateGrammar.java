package io.heliograph.internal.propagation;

/** What a tracestate key and value may be, by W3C Trace Context Level 2. */
final class TraceStateGrammar {

  private static final int MAX_KEY_LENGTH = 256;
  private static final int MAX_VALUE_LENGTH = 256;
  private static final String KEY_SYMBOLS = "_-*/@";

  private TraceStateGrammar() {}

  static boolean isKey(String text, int from, int to) {
    if (from >= to || to - from > MAX_KEY_LENGTH || KEY_SYMBOLS.indexOf(text.charAt(from)) >= 0) {
      return false;
    }
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (!(c >= 'a' && c <= 'z') && !Ascii.isDigit(c) && KEY_SYMBOLS.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  static boolean isValue(String text, int from, int to) {
    if (from >= to || to - from > MAX_VALUE_LENGTH || text.charAt(to - 1) == ' ') {
      return false;
    }
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == ',' || c == '=') {
        return false;
      }
    }
    return true;
  }
}
