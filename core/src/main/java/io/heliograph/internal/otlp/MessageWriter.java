package io.heliograph.internal.otlp;

import io.heliograph.internal.context.HexId;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Writes the fields of OTLP messages, as protobuf or as JSON, so that each message is described
 * once for both.
 *
 * <p>Every method writes its field even if the value is the default; callers leave defaults out.
 */
abstract class MessageWriter extends GrowableBytes {

  /** The trace id that was read from hex last. */
  private String lastTraceId = "";

  private long lastHigh;
  private long lastLow;

  MessageWriter(int limit) {
    super(limit);
  }

  /** Opens the outermost message. */
  abstract void beginDocument();

  abstract void endDocument();

  /**
   * Opens a message in a field.
   *
   * @param expectedSize a guess in bytes; a wrong one costs a short move, nothing else
   * @return a mark for {@link #end}
   */
  abstract int begin(Field field, int expectedSize);

  /** Opens a message inside {@link #beginList}; otherwise like {@link #begin}. */
  abstract int beginElement(Field field, int expectedSize);

  /** Closes the message that was opened last. */
  abstract void end(int mark);

  /** Opens a repeated field. */
  abstract void beginList(Field field);

  abstract void endList();

  abstract void string(Field field, String value);

  /** Writes the item's name, which comes again and again, always in the same field. */
  void name(Field field, String name) {
    string(field, name);
  }

  /**
   * Writes an attribute at once, where there is a shorter way than field by field.
   *
   * @return false if there is none; then nothing was written
   */
  boolean attribute(Field field, String key, Object value) {
    return false;
  }

  abstract void bool(Field field, boolean value);

  abstract void int64(Field field, long value);

  /** Unsigned. */
  abstract void fixed64(Field field, long value);

  abstract void float64(Field field, double value);

  /** Writes a count or an enum's number, not negative. */
  abstract void number(Field field, int value);

  /** Unsigned. */
  abstract void fixed32(Field field, int value);

  /** Signed. */
  abstract void sfixed64(Field field, long value);

  /** Signed, small whether positive or negative. */
  abstract void sint32(Field field, int value);

  /**
   * Opens a repeated field of plain numbers, which holds at least one.
   *
   * @param expectedSize as for {@link #begin}
   * @return a mark for {@link #endNumbers}
   */
  abstract int beginNumbers(Field field, int expectedSize);

  abstract void endNumbers(int mark);

  /** One of the numbers: unsigned, of 8 bytes. */
  abstract void eachFixed64(long value);

  /** One of the numbers: unsigned, the shorter the smaller. */
  abstract void eachUint64(long value);

  /** One of the numbers. */
  abstract void eachFloat64(double value);

  /** Writes a repeated field of unsigned numbers of 8 bytes, at least one. */
  void fixed64s(Field field, long[] values) {
    int mark = beginNumbers(field, Long.BYTES * values.length);
    for (long value : values) {
      eachFixed64(value);
    }
    endNumbers(mark);
  }

  /**
   * Writes what was kept, for which the format has to be one without separators.
   *
   * @return false if nothing was
   */
  boolean again(KeptBytes kept) {
    return false;
  }

  /** Keeps what was written since a position. */
  void keep(KeptBytes kept, int from) {}

  /** Writes an id of 16 bytes. */
  abstract void traceId(Field field, long high, long low);

  /** Writes an id of 32 hex digits, which spans of one trace share. */
  @SuppressWarnings("ReferenceEquality") // Another text with the same digits is read again.
  final void traceId(Field field, String hex) {
    if (hex != lastTraceId) {
      lastHigh = HexId.bits(hex, 0);
      lastLow = HexId.bits(hex, HexId.DIGITS);
      lastTraceId = hex;
    }
    traceId(field, lastHigh, lastLow);
  }

  /** Writes an id of 8 bytes. */
  abstract void spanId(Field field, long id);

  /** Writes bytes from position to limit, which stay as they are. */
  abstract void bytes(Field field, ByteBuffer value);

  final void stringUnlessEmpty(Field field, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      string(field, value);
    }
  }

  final void numberUnlessZero(Field field, int value) {
    if (value != 0) {
      number(field, value);
    }
  }
}
