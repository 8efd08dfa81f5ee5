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
    int escape = Ascii.indexOf(text, '%', from, to);
    if (escape == to) {
      return text.substring(from, to);
    }
    byte[] bytes = new byte[to - from];
    int length = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      int octet = c == '%' ? octet(text, i + 1, to) : c;
      if (octet < 0 || c > '~') {
        return null;
      }
      bytes[length++] = (byte) octet;
      i += c == '%' ? 2 : 0;
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  private static int octet(String text, int index, int to) {
    return index + 2 <= to
            && HexFormat.isHexDigit(text.charAt(index))
            && HexFormat.isHexDigit(text.charAt(index + 1))
        ? HexFormat.fromHexDigits(text, index, index + 2)
        : -1;
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
