package io.heliograph.internal.otlp;

import java.nio.charset.StandardCharsets;

/**
 * Reads the few small messages that receivers answer with.
 *
 * <p>Call {@link #next}, then read or {@link #skip} that field's value. Never reads beyond its
 * range, whatever the bytes say.
 */
final class ProtoReader {

  private static final int VARINT = 0;
  private static final int I64 = 1;
  private static final int LENGTH = 2;
  private static final int I32 = 5;

  private final byte[] bytes;
  private final int end;
  private int position;
  private int wireType;

  ProtoReader(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  private ProtoReader(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.position = from;
    this.end = end;
  }

  /** The next field's number, 0 at the end. */
  int next() throws MalformedMessage {
    if (position == end) {
      return 0;
    }
    long tag = readVarint();
    wireType = (int) tag & 7;
    long number = tag >>> 3;
    if (number < 1 || number > Integer.MAX_VALUE) {
      throw new MalformedMessage("field number " + number);
    }
    return (int) number;
  }

  long varint() throws MalformedMessage {
    expect(VARINT);
    return readVarint();
  }

  String string() throws MalformedMessage {
    int from = lengthPrefixed();
    return new String(bytes, from, position - from, StandardCharsets.UTF_8);
  }

  ProtoReader message() throws MalformedMessage {
    int from = lengthPrefixed();
    return new ProtoReader(bytes, from, position);
  }

  void skip() throws MalformedMessage {
    switch (wireType) {
      case VARINT -> readVarint();
      case I64 -> advance(Long.BYTES);
      case LENGTH -> lengthPrefixed();
      case I32 -> advance(Integer.BYTES);
      default -> throw new MalformedMessage("wire type " + wireType);
    }
  }

  /** Moves behind a value and returns where it starts. */
  private int lengthPrefixed() throws MalformedMessage {
    expect(LENGTH);
    long length = readVarint();
    int from = position;
    advance(length);
    return from;
  }

  private void expect(int expected) throws MalformedMessage {
    if (wireType != expected) {
      throw new MalformedMessage("wire type " + wireType + " instead of " + expected);
    }
  }

  private void advance(long count) throws MalformedMessage {
    if (count < 0 || count > end - position) {
      throw new MalformedMessage("cut off");
    }
    position += (int) count;
  }

  private long readVarint() throws MalformedMessage {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      if (position == end) {
        throw new MalformedMessage("cut off");
      }
      byte b = bytes[position++];
      value |= (long) (b & 0x7F) << shift;
      if (b >= 0) {
        return value;
      }
    }
    throw new MalformedMessage("number without end");
  }
}
