package io.heliograph.internal.context;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Reads ids from hex, and writes them eight digits at a time.
 *
 * <p>Why not the API's {@code TraceId.fromLongs}: it goes through characters, one after the other,
 * and a request whose log lines or calls carry its ids pays for that.
 */
public final class HexId {

  /** Digits of 64 bits. */
  public static final int DIGITS = 16;

  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private static final long EACH = 0x0101010101010101L;
  private static final int ABOVE_DIGITS = 'a' - '0' - 10;

  private HexId() {}

  /** A span id's sixteen digits. */
  public static String text(long bits) {
    byte[] digits = new byte[DIGITS];
    write(bits, digits, 0);
    return new String(digits, StandardCharsets.ISO_8859_1);
  }

  /** A trace id's thirty-two digits. */
  public static String text(long high, long low) {
    byte[] digits = new byte[2 * DIGITS];
    write(high, digits, 0);
    write(low, digits, DIGITS);
    return new String(digits, StandardCharsets.ISO_8859_1);
  }

  private static void write(long bits, byte[] digits, int index) {
    EIGHT_BYTES.set(digits, index, eight(bits >>> Integer.SIZE));
    EIGHT_BYTES.set(digits, index + Long.BYTES, eight(bits & 0xffffffffL));
  }

  /** The digits of 32 bits: each nibble in a byte, then up to where digits or letters begin. */
  private static long eight(long bits) {
    long shorts = (bits | (bits << 16)) & 0x0000ffff0000ffffL;
    long bytes = (shorts | (shorts << 8)) & 0x00ff00ff00ff00ffL;
    long nibbles = (bytes | (bytes << 4)) & (0x0f * EACH);
    long aboveNine = ((nibbles + 6 * EACH) >>> 4) & EACH;
    return nibbles + '0' * EACH + ABOVE_DIGITS * aboveNine;
  }

  /**
   * The value of the sixteen digits from an index on, which the caller has validated.
   *
   * <p>Why not {@link Long#parseUnsignedLong(CharSequence, int, int, int)}: it asks for each
   * character what digit it is in all of Unicode.
   */
  public static long bits(String text, int from) {
    long bits = 0;
    for (int i = from; i < from + DIGITS; i++) {
      char c = text.charAt(i);
      bits = bits << 4 | (c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
    }
    return bits;
  }
}
