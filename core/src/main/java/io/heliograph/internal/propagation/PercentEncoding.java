package io.heliograph.internal.propagation;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Percent-encoding over UTF-8, safe in every header that carries baggage. */
final class PercentEncoding {

  private static final String HEX = "0123456789ABCDEF";
  private static final String SAFE_SYMBOLS = "-._~!$'()*&@:";
  private static final int REPLACEMENT = 0xFFFD;

  private PercentEncoding() {}

  static void encode(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      if (isSafe(codePoint)) {
        out.append((char) codePoint);
      } else {
        encode(codePoint, out);
      }
    }
  }

  /**
   * Encodes only what must not stand in baggage metadata, whose structure (properties, escapes) is
   * the sender's and passes through as it is.
   */
  static void encodeMetadata(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      if (codePoint >= ' ' && codePoint <= '~' && ",\"\\".indexOf(codePoint) < 0) {
        out.append((char) codePoint);
      } else {
        encode(codePoint, out);
      }
    }
  }

  /** The decoded range {@code [from, to)}, or null if it is not percent-encoded ASCII. */
  static @Nullable String decode(String text, int from, int to) {
    if (Ascii.indexOf(text, '%', from, to) == to) {
      return text.substring(from, to);
    }
    int length = decodedLength(text, from, to);
    if (length < 0) {
      return null;
    }
    byte[] bytes = new byte[length];
    for (int i = from, out = 0; out < length; out++) {
      boolean escaped = text.charAt(i) == '%';
      bytes[out] = (byte) (escaped ? HexFormat.fromHexDigits(text, i + 1, i + 3) : text.charAt(i));
      i += escaped ? 3 : 1;
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** How many bytes the range decodes to, or -1 if it cannot be decoded. */
  private static int decodedLength(String text, int from, int to) {
    int length = 0;
    for (int i = from; i < to; length++) {
      char c = text.charAt(i);
      if (c > '~' || (c == '%' && !isEscape(text, i, to))) {
        return -1;
      }
      i += c == '%' ? 3 : 1;
    }
    return length;
  }

  private static boolean isEscape(String text, int from, int to) {
    return from + 2 < to
        && HexFormat.isHexDigit(text.charAt(from + 1))
        && HexFormat.isHexDigit(text.charAt(from + 2));
  }

  private static boolean isSafe(int codePoint) {
    return codePoint <= '~'
        && (Ascii.isAlphanumeric((char) codePoint) || SAFE_SYMBOLS.indexOf(codePoint) >= 0);
  }

  private static void encode(int codePoint, StringBuilder out) {
    boolean loneSurrogate =
        codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    int c = loneSurrogate ? REPLACEMENT : codePoint;
    if (c < 0x80) {
      octet(c, out);
      return;
    }
    if (c < 0x800) {
      octet(0xC0 | (c >> 6), out);
    } else {
      if (c < 0x10000) {
        octet(0xE0 | (c >> 12), out);
      } else {
        octet(0xF0 | (c >> 18), out);
        octet(0x80 | ((c >> 12) & 0x3F), out);
      }
      octet(0x80 | ((c >> 6) & 0x3F), out);
    }
    octet(0x80 | (c & 0x3F), out);
  }

  private static void octet(int octet, StringBuilder out) {
    out.append('%').append(HEX.charAt(octet >> 4)).append(HEX.charAt(octet & 0xF));
  }
}
