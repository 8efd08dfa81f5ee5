package io.heliograph.internal.otlp;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Protobuf's wire format.
 *
 * <p>A message's length comes before its content and is known after it: room for the expected
 * length is reserved, and the content is moved by a byte or two if the guess was wrong. That is
 * cheaper than measuring every message first and reads in the order of the wire.
 */
final class ProtoWriter extends MessageWriter {

  /** All bytes of a number at once. */
  private static final VarHandle LITTLE_ENDIAN =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final VarHandle BIG_ENDIAN =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  static final int VARINT = 0;
  private static final int I64 = 1;
  static final int LENGTH = 2;
  private static final int I32 = 5;

  /** Fields of OTLP have numbers below 2048. */
  static final int MAX_TAG = 2;

  static final int MAX_VARINT = 10;

  private static final int NAMES = 256;

  private final AsciiCopy ascii = new AsciiCopy();
  private final KnownTexts names = new KnownTexts(NAMES);
  private final PlainAttributes attributes = new PlainAttributes(this);

  ProtoWriter(int limit) {
    super(limit);
  }

  @Override
  void beginDocument() {}

  @Override
  void endDocument() {}

  @Override
  int begin(Field field, int expectedSize) {
    int width = varintSize(expectedSize);
    ensure(MAX_TAG + width);
    tag(field, LENGTH);
    size += width;
    array[size - 1] = (byte) width; // The reserved bytes remember their own count for end().
    return size;
  }

  @Override
  int beginElement(Field field, int expectedSize) {
    return begin(field, expectedSize);
  }

  @Override
  void end(int mark) {
    int length = size - mark;
    int reserved = array[mark - 1];
    int needed = varintSize(length);
    if (needed != reserved) {
      ensure(needed);
      System.arraycopy(array, mark, array, mark - reserved + needed, length);
    }
    size = mark - reserved;
    varint(length);
    size += length;
  }

  @Override
  void beginList(Field field) {}

  @Override
  void endList() {}

  @Override
  void string(Field field, String value) {
    int length = value.length();
    ensure(MAX_TAG + MAX_VARINT + length);
    tag(field, LENGTH);
    int start = size;
    varint(length);
    if (!tryAscii(value)) {
      size = start;
      unicode(value);
    }
  }

  @Override
  void name(Field field, String name) {
    int hash = name.hashCode();
    byte[] known = names.get(name, hash);
    if (known == null) {
      int from = size;
      string(field, name);
      names.learn(name, hash, array, from, size);
    } else {
      raw(known);
    }
  }

  /** Writes a text into room that is there; false if it is not ASCII, and then nothing. */
  boolean tryAscii(String text) {
    boolean copied = ascii.copy(text, array, size);
    size += copied ? text.length() : 0;
    return copied;
  }

  private void unicode(String value) {
    int length = utf8Length(value);
    varint(length);
    utf8(value, length);
  }

  @Override
  boolean attribute(Field field, String key, Object value) {
    return attributes.write(field, key, value);
  }

  @Override
  void bool(Field field, boolean value) {
    number(field, value ? 1 : 0);
  }

  @Override
  void int64(Field field, long value) {
    ensure(MAX_TAG + MAX_VARINT);
    tag(field, VARINT);
    varint(value);
  }

  @Override
  void fixed64(Field field, long value) {
    ensure(MAX_TAG + Long.BYTES);
    tag(field, I64);
    littleEndian(value);
  }

  @Override
  void float64(Field field, double value) {
    fixed64(field, Double.doubleToRawLongBits(value));
  }

  @Override
  void number(Field field, int value) {
    int64(field, value);
  }

  @Override
  void fixed32(Field field, int value) {
    ensure(MAX_TAG + Long.BYTES);
    tag(field, I32);
    LITTLE_ENDIAN.set(array, size, (long) value); // What is above is overwritten, or never sent.
    size += Integer.BYTES;
  }

  @Override
  void sfixed64(Field field, long value) {
    fixed64(field, value);
  }

  @Override
  void sint32(Field field, int value) {
    int64(field, (value << 1 ^ value >> 31) & 0xFFFFFFFFL);
  }

  @Override
  int beginNumbers(Field field, int expectedSize) {
    return begin(field, expectedSize);
  }

  @Override
  void endNumbers(int mark) {
    end(mark);
  }

  @Override
  void eachFixed64(long value) {
    ensure(Long.BYTES);
    littleEndian(value);
  }

  @Override
  void eachUint64(long value) {
    ensure(MAX_VARINT);
    varint(value);
  }

  @Override
  void eachFloat64(double value) {
    eachFixed64(Double.doubleToRawLongBits(value));
  }

  @Override
  void fixed64s(Field field, long[] values) {
    int length = Long.BYTES * values.length;
    ensure(MAX_TAG + MAX_VARINT + length);
    tag(field, LENGTH);
    varint(length);
    int at = size;
    for (long value : values) {
      LITTLE_ENDIAN.set(array, at, value);
      at += Long.BYTES;
    }
    size = at;
  }

  @Override
  boolean again(KeptBytes kept) {
    byte[] bytes = kept.bytes;
    if (bytes == null) {
      return false;
    }
    raw(bytes);
    return true;
  }

  @Override
  void keep(KeptBytes kept, int from) {
    kept.bytes = Arrays.copyOfRange(array, from, size);
  }

  @Override
  void traceId(Field field, long high, long low) {
    ensure(MAX_TAG + 1 + 2 * Long.BYTES);
    tag(field, LENGTH);
    varint(2 * Long.BYTES);
    bigEndian(high);
    bigEndian(low);
  }

  @Override
  void spanId(Field field, long id) {
    ensure(MAX_TAG + 1 + Long.BYTES);
    tag(field, LENGTH);
    varint(Long.BYTES);
    bigEndian(id);
  }

  @Override
  void bytes(Field field, ByteBuffer value) {
    int length = value.remaining();
    ensure(MAX_TAG + MAX_VARINT);
    tag(field, LENGTH);
    varint(length);
    ensure(length);
    value.duplicate().get(array, size, length);
    size += length;
  }

  private void littleEndian(long value) {
    LITTLE_ENDIAN.set(array, size, value);
    size += Long.BYTES;
  }

  private void bigEndian(long value) {
    BIG_ENDIAN.set(array, size, value);
    size += Long.BYTES;
  }

  void tag(Field field, int wireType) {
    varint(field.number() << 3 | wireType);
  }

  /** Writes a number, a length or a tag, most of which take one byte; there must be room. */
  void varint(long value) {
    if ((value & ~0x7FL) == 0) {
      array[size++] = (byte) value;
    } else {
      longVarint(value);
    }
  }

  private void longVarint(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      array[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    array[size++] = (byte) rest;
  }

  /** Nearly all lengths take one byte. */
  static int varintSize(long value) {
    return (value & ~0x7FL) == 0 ? 1 : (Long.SIZE - Long.numberOfLeadingZeros(value) + 6) / 7;
  }
}
