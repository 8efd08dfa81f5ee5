package io.heliograph.internal.hpack;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Decodes the header blocks of one connection, in the order in which they came; RFC 7541 sections 3
 * and 6. Not thread-safe.
 */
public final class HpackDecoder {

  /** The table that a connection begins with; RFC 9113 section 6.5.2. */
  public static final int DEFAULT_TABLE_SIZE = 4096;

  private static final int INDEXED = 0x80;
  private static final int INCREMENTAL_INDEXING = 0x40;
  private static final int SIZE_UPDATE = 0x20;
  private static final int HUFFMAN = 0x80;

  private static final int INDEXED_PREFIX = 7;
  private static final int INCREMENTAL_INDEXING_PREFIX = 6;
  private static final int SIZE_UPDATE_PREFIX = 5;
  private static final int LITERAL_PREFIX = 4;
  private static final int STRING_PREFIX = 7;

  private final int maxTableSize;
  private final int maxListSize;
  private final DynamicTable table;

  /**
   * @param maxTableSize octets, what the sender was allowed
   * @param maxListSize octets of one block's fields, as RFC 9113 section 6.5.2 counts them
   */
  public HpackDecoder(int maxTableSize, int maxListSize) {
    this.maxTableSize = maxTableSize;
    this.maxListSize = maxListSize;
    this.table = new DynamicTable(maxTableSize);
  }

  /**
   * Decodes a whole block.
   *
   * @throws MalformedHeaderBlock after which the connection cannot go on
   */
  public HeaderList decode(ByteBuffer block) throws MalformedHeaderBlock {
    HeaderList fields = new HeaderList(maxListSize);
    boolean begun = false;
    while (block.hasRemaining()) {
      int octet = block.get();
      if (isSizeUpdate(octet)) {
        resize(Integers.read(octet, SIZE_UPDATE_PREFIX, block), begun);
      } else {
        fields.add(field(octet, block));
        begun = true;
      }
    }
    return fields;
  }

  private static boolean isSizeUpdate(int octet) {
    return (octet & (INDEXED | INCREMENTAL_INDEXING | SIZE_UPDATE)) == SIZE_UPDATE;
  }

  private void resize(int size, boolean begun) throws MalformedHeaderBlock {
    if (begun || size > maxTableSize) {
      throw new MalformedHeaderBlock("table size update");
    }
    table.resize(size);
  }

  private HeaderField field(int octet, ByteBuffer block) throws MalformedHeaderBlock {
    if ((octet & INDEXED) != 0) {
      return indexed(Integers.read(octet, INDEXED_PREFIX, block));
    }
    if ((octet & INCREMENTAL_INDEXING) != 0) {
      HeaderField field = literal(Integers.read(octet, INCREMENTAL_INDEXING_PREFIX, block), block);
      table.add(field);
      return field;
    }
    return literal(Integers.read(octet, LITERAL_PREFIX, block), block);
  }

  private HeaderField indexed(int index) throws MalformedHeaderBlock {
    if (index == 0) {
      throw new MalformedHeaderBlock("index 0");
    }
    return index <= StaticTable.SIZE
        ? StaticTable.get(index)
        : table.get(index - StaticTable.SIZE - 1);
  }

  private HeaderField literal(int nameIndex, ByteBuffer block) throws MalformedHeaderBlock {
    String name = nameIndex == 0 ? string(block) : indexed(nameIndex).name();
    return new HeaderField(name, string(block));
  }

  private static String string(ByteBuffer block) throws MalformedHeaderBlock {
    if (!block.hasRemaining()) {
      throw new MalformedHeaderBlock("the block ends before a string");
    }
    int octet = block.get();
    int length = Integers.read(octet, STRING_PREFIX, block);
    if (length > block.remaining()) {
      throw new MalformedHeaderBlock("the block ends in a string");
    }
    if ((octet & HUFFMAN) != 0) {
      return Huffman.decode(block, length);
    }
    byte[] octets = new byte[length];
    block.get(octets);
    return new String(octets, StandardCharsets.ISO_8859_1);
  }

  int tableSize() {
    return table.size();
  }
}
