package io.heliograph.internal.otlp;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Copies texts that are ASCII, as nearly all are, by the JDK's own vector code. A loop over {@code
 * charAt} costs a nanosecond a character, and {@code String.getBytes} leaves garbage.
 *
 * <p>Not thread-safe.
 */
final class AsciiCopy {

  private static final int CHUNK = 512;

  private final char[] chars = new char[CHUNK];
  private final CharBuffer in = CharBuffer.wrap(chars);
  private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
  private byte[] array = new byte[0];
  private ByteBuffer out = ByteBuffer.wrap(array);

  /**
   * Copies a text to an array that has a byte for each character.
   *
   * @return false if it is not ASCII; the array then has rubbish in those bytes
   */
  boolean copy(String text, byte[] into, int at) {
    wrap(into);
    int length = text.length();
    for (int from = 0; from < length; from += CHUNK) {
      if (!chunk(text, from, Math.min(length, from + CHUNK), at + from)) {
        return false;
      }
    }
    return true;
  }

  /** Every character beyond ASCII takes more than one byte, or is refused if it is half a pair. */
  private boolean chunk(String text, int from, int to, int at) {
    int length = to - from;
    text.getChars(from, to, chars, 0);
    in.limit(length).position(0);
    out.limit(at + length).position(at);
    return encoder.reset().encode(in, out, true).isUnderflow();
  }

  @SuppressWarnings("ReferenceEquality") // The same array, whatever is in it.
  private void wrap(byte[] into) {
    if (into != array) {
      array = into;
      out = ByteBuffer.wrap(into);
    }
  }
}
