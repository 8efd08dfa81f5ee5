package io.heliograph.internal.hpack;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Integers whose first bits share an octet with something else; RFC 7541 section 5.1. */
final class Integers {

  private static final int CONTINUES = 0x80;
  private static final int BITS = 7;

  /** Beyond that a value does not fit an int. */
  private static final int MAX_SHIFT = 28;

  private Integers() {}

  /**
   * @param first the octet that was read last
   * @param prefix how many of its bits belong to the integer
   */
  static int read(int first, int prefix, ByteBuffer block) throws MalformedHeaderBlock {
    int max = (1 << prefix) - 1;
    long value = first & max;
    if (value < max) {
      return (int) value;
    }
    for (int shift = 0; shift <= MAX_SHIFT; shift += BITS) {
      if (!block.hasRemaining()) {
        throw new MalformedHeaderBlock("the block ends in an integer");
      }
      int octet = block.get();
      value += (long) (octet & (CONTINUES - 1)) << shift;
      if (value > Integer.MAX_VALUE) {
        break;
      }
      if ((octet & CONTINUES) == 0) {
        return (int) value;
      }
    }
    throw new MalformedHeaderBlock("integer too large");
  }

  /**
   * @param pattern the other bits of the first octet
   */
  static void write(int pattern, int prefix, int value, ByteArrayOutputStream block) {
    int max = (1 << prefix) - 1;
    if (value < max) {
      block.write(pattern | value);
      return;
    }
    block.write(pattern | max);
    int rest = value - max;
    while (rest >= CONTINUES) {
      block.write(rest % CONTINUES + CONTINUES);
      rest /= CONTINUES;
    }
    block.write(rest);
  }
}
