package io.heliograph.internal.otlp;

import java.util.Arrays;

/** A byte array that grows up to a limit and is reused from request to request. */
abstract class GrowableBytes {

  private static final int INITIAL = 8 * 1024;
  private static final char REPLACEMENT = '\uFFFD';

  private final int limit;
  byte[] array = new byte[0];
  int size;

  /**
   * @param limit the largest size in bytes
   */
  GrowableBytes(int limit) {
    this.limit = limit;
  }

  final void reset() {
    size = 0;
  }

  final void trim(int bytes) {
    if (array.length > bytes) {
      array = new byte[0];
      size = 0;
    }
  }

  /** Makes room for more bytes. */
  final void ensure(int more) {
    if (more > array.length - size) {
      grow(more);
    }
  }

  private void grow(int more) {
    long needed = (long) size + more;
    if (needed > limit) {
      throw new RequestTooLarge();
    }
    long wanted = Math.max(Math.max(needed, 2L * array.length), INITIAL);
    array = Arrays.copyOf(array, (int) Math.min(wanted, Math.max(limit, needed)));
  }

  final void raw(byte[] bytes, int offset, int length) {
    ensure(length);
    System.arraycopy(bytes, offset, array, size, length);
    size += length;
  }

  final void raw(byte[] bytes) {
    raw(bytes, 0, bytes.length);
  }

  /** Writes a text whose {@link #utf8Length} is known. */
  final void utf8(String text, int length) {
    ensure(length);
    if (length == text.length()) {
      ascii(text);
    } else {
      transcode(text);
    }
  }

  /** A plain array copy for a Latin-1 string, where {@code charAt} would check every index. */
  @SuppressWarnings("deprecation") // Drops high bytes, and there are none in ASCII.
  final void ascii(String text) {
    text.getBytes(0, text.length(), array, size);
    size += text.length();
  }

  private void transcode(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        array[size++] = (byte) c;
      } else if (!Character.isSurrogate(c)) {
        multiByte(c);
      } else if (isPair(text, i)) {
        multiByte(text.codePointAt(i++));
      } else {
        multiByte(REPLACEMENT);
      }
    }
  }

  /** Writes one code point from U+0080 on; there must be room. */
  private void multiByte(int codePoint) {
    if (codePoint < 0x800) {
      array[size++] = (byte) (0xC0 | codePoint >>> 6);
    } else {
      if (codePoint < 0x10000) {
        array[size++] = (byte) (0xE0 | codePoint >>> 12);
      } else {
        array[size++] = (byte) (0xF0 | codePoint >>> 18);
        array[size++] = (byte) (0x80 | (codePoint >>> 12 & 0x3F));
      }
      array[size++] = (byte) (0x80 | (codePoint >>> 6 & 0x3F));
    }
    array[size++] = (byte) (0x80 | (codePoint & 0x3F));
  }

  /** Bytes of a text in UTF-8; an unpaired surrogate counts as the replacement character. */
  static int utf8Length(String text) {
    return isAscii(text) ? text.length() : longUtf8Length(text);
  }

  /** Without a branch for each character, as nearly all texts are. */
  private static boolean isAscii(String text) {
    int bits = 0;
    for (int i = 0; i < text.length(); i++) {
      bits |= text.charAt(i);
    }
    return bits < 0x80;
  }

  private static int longUtf8Length(String text) {
    long length = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        length++;
      } else if (c < 0x800) {
        length += 2;
      } else if (isPair(text, i)) {
        length += 4;
        i++;
      } else {
        length += 3;
      }
    }
    return (int) Math.min(length, Integer.MAX_VALUE);
  }

  private static boolean isPair(String text, int high) {
    return Character.isHighSurrogate(text.charAt(high))
        && high + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(high + 1));
  }
}
