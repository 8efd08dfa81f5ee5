package io.heliograph.internal.context;

/** Reads ids from hex. */
public final class HexId {

  /** Digits of 64 bits. */
  public static final int DIGITS = 16;

  private HexId() {}

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
