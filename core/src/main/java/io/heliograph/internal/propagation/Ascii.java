package io.heliograph.internal.propagation;

/**
 * Character rules of RFC 9110 and of the hex ids, applied to a range of a string so that nothing is
 * cut out before it is known to be valid. Ranges are {@code [from, to)}.
 */
final class Ascii {

  /** What a header name or a baggage key is made of. */
  static final CharacterSet TOKEN =
      CharacterSet.range('0', '9')
          .and(CharacterSet.range('A', 'Z'))
          .and(CharacterSet.range('a', 'z'))
          .and(CharacterSet.of("!#$%&'*+-.^_`|~"));

  /** What a header value may carry on any transport. */
  private static final CharacterSet FIELD_CONTENT =
      CharacterSet.range(' ', '~').and(CharacterSet.of("\t"));

  /** What a value in a baggage header is made of. */
  static final CharacterSet BAGGAGE_VALUE = FIELD_CONTENT.without("\t \",;\\");

  /** What follows a value in a baggage header, with the semicolon before it. */
  static final CharacterSet BAGGAGE_METADATA = FIELD_CONTENT.without(",");

  private Ascii() {}

  /** Whether the range is a lower-case hex id: at least one digit, not all of them zero. */
  static boolean isId(String text, int from, int to) {
    boolean nonZero = false;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (hexDigit(c) < 0) {
        return false;
      }
      nonZero |= c != '0';
    }
    return nonZero;
  }

  /** The value of two lower-case hex digits at {@code index}, or -1 if they are not. */
  static int hexByte(String text, int index) {
    int high = hexDigit(text.charAt(index));
    int low = hexDigit(text.charAt(index + 1));
    return high < 0 || low < 0 ? -1 : (high << 4) | low;
  }

  /** The value of a lower-case hex digit, or -1. */
  static int hexDigit(char c) {
    if (isDigit(c)) {
      return c - '0';
    }
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
  }

  /** Whether the range is a {@code token}: what a header name or a baggage key may be. */
  static boolean isToken(String text, int from, int to) {
    return from < to && TOKEN.endOf(text, from, to) == to;
  }

  static boolean isFieldContent(String text) {
    return FIELD_CONTENT.endOf(text, 0, text.length()) == text.length();
  }

  static boolean isAlphanumeric(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** The first index in the range that is not optional whitespace, or {@code to}. */
  static int trimStart(String text, int from, int to) {
    int start = from;
    while (start < to && isWhitespace(text.charAt(start))) {
      start++;
    }
    return start;
  }

  /** The index after the last character in the range that is not optional whitespace. */
  static int trimEnd(String text, int from, int to) {
    int end = to;
    while (end > from && isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /** The first index of {@code wanted} in the range, or {@code to}; never looks further. */
  static int indexOf(String text, char wanted, int from, int to) {
    int index = from;
    while (index < to && text.charAt(index) != wanted) {
      index++;
    }
    return index;
  }

  private static boolean isWhitespace(char c) {
    return c == ' ' || c == '\t';
  }
}
