package io.heliograph.internal.hpack;

import java.nio.ByteBuffer;

/**
 * The Huffman code of RFC 7541 appendix B.
 *
 * <p>It is canonical: among codes of one length a greater symbol has the greater code. The lengths
 * therefore say all, and a code is decoded by comparing it with the first of its length.
 */
final class Huffman {

  /** The length of each symbol's code, from 5 to 30, as a digit of base 36. */
  private static final String LENGTHS =
      "dnsssssssoussussssssssusssssssss6aacd68baa8b8666555666666678f6ca"
          + "d67777777777777777777777878djde6f56565666577666567655677777fbeds"
          + "kmkkmmmnmnnnnnonoomnonnnnlmnmnnomlkmmnnlnmmolmnnllmlnmnnkmmmnmmn"
          + "qqkjmnmpqqqrrqopjlqrrqrollqqsrrrkoklmllnmmppooqnqrqqrrrrrsrrrrrq";

  private static final int LONGEST = 30;
  private static final int RADIX = 36;
  private static final int OCTET = 8;

  /** For each length the first code, how many there are, and the first one's place in SYMBOLS. */
  private static final int[] FIRST = new int[LONGEST + 1];

  private static final int[] COUNT = new int[LONGEST + 1];
  private static final int[] PLACE = new int[LONGEST + 1];

  /** By length, then by value. The end of string is the last of all and has no place. */
  private static final char[] SYMBOLS = new char[LENGTHS.length()];

  static {
    int code = 0;
    int place = 0;
    for (int length = 1; length <= LONGEST; length++) {
      code <<= 1;
      FIRST[length] = code;
      PLACE[length] = place;
      for (char symbol = 0; symbol < LENGTHS.length(); symbol++) {
        if (Character.digit(LENGTHS.charAt(symbol), RADIX) == length) {
          SYMBOLS[place++] = symbol;
          code++;
        }
      }
      COUNT[length] = place - PLACE[length];
    }
  }

  private Huffman() {}

  /**
   * Decodes the next octets of a block.
   *
   * @throws MalformedHeaderBlock for padding that is not the start of the end of string, or longer
   *     than 7 bits
   */
  static String decode(ByteBuffer block, int octets) throws MalformedHeaderBlock {
    StringBuilder text = new StringBuilder(octets * 2);
    int code = 0;
    int length = 0;
    for (int i = 0; i < octets; i++) {
      int octet = block.get();
      for (int bit = OCTET - 1; bit >= 0; bit--) {
        code = (code << 1) | ((octet >> bit) & 1);
        length++;
        if (length > LONGEST) {
          throw new MalformedHeaderBlock("end of string in a Huffman code");
        }
        int offset = code - FIRST[length];
        if (offset >= 0 && offset < COUNT[length]) {
          text.append(SYMBOLS[PLACE[length] + offset]);
          code = 0;
          length = 0;
        }
      }
    }
    boolean allOnes = code == (1 << length) - 1;
    if (length >= OCTET || !allOnes) {
      throw new MalformedHeaderBlock("Huffman padding");
    }
    return text.toString();
  }
}
