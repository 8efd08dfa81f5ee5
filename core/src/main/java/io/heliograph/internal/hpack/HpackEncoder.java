package io.heliograph.internal.hpack;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Encodes header fields as literals; RFC 7541 sections 6.2.2 and 6.2.3.
 *
 * <p>Design notes: no table and no Huffman code, so that a block means the same at any time, is
 * encoded once for all calls, and no secret can be guessed by the size of a compressed block. A few
 * hundred octets a request do not count beside the request.
 */
public final class HpackEncoder {

  private static final int WITHOUT_INDEXING = 0x00;
  private static final int NEVER_INDEXED = 0x10;
  private static final int LITERAL_PREFIX = 4;
  private static final int STRING_PREFIX = 7;

  private final ByteArrayOutputStream block = new ByteArrayOutputStream();

  /** Adds a field that an intermediary may put into its table. */
  public HpackEncoder add(String name, String value) {
    return add(WITHOUT_INDEXING, name, value);
  }

  /** Adds a field whose value may be a secret, which no intermediary may put into its table. */
  public HpackEncoder addSensitive(String name, String value) {
    return add(NEVER_INDEXED, name, value);
  }

  private HpackEncoder add(int pattern, String name, String value) {
    Integers.write(pattern, LITERAL_PREFIX, 0, block);
    string(name);
    string(value);
    return this;
  }

  private void string(String text) {
    byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
    Integers.write(0, STRING_PREFIX, octets.length, block);
    block.writeBytes(octets);
  }

  /** The block of all that was added. */
  public byte[] block() {
    return block.toByteArray();
  }
}
