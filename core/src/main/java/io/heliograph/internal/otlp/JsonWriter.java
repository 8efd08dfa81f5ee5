package io.heliograph.internal.otlp;

import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * OTLP's JSON mapping: hex ids, enums as numbers, 64-bit integers as strings.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding">JSON encoding</a>
 */
final class JsonWriter extends MessageWriter {

  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };

  JsonWriter(int limit) {
    super(limit);
  }

  @Override
  void beginDocument() {
    beginObject();
  }

  @Override
  void endDocument() {
    endObject();
  }

  @Override
  int begin(Field field, int expectedSize) {
    name(field.name());
    put('{');
    return size;
  }

  @Override
  int beginElement(Field field, int expectedSize) {
    separator();
    put('{');
    return size;
  }

  @Override
  void end(int mark) {
    put('}');
  }

  @Override
  void beginList(Field field) {
    name(field.name());
    put('[');
  }

  @Override
  void endList() {
    put(']');
  }

  @Override
  void string(Field field, String value) {
    name(field.name());
    quoted(value);
  }

  @Override
  void bool(Field field, boolean value) {
    name(field.name());
    plain(Boolean.toString(value));
  }

  @Override
  void int64(Field field, long value) {
    name(field.name());
    quotedPlain(Long.toString(value));
  }

  @Override
  void fixed64(Field field, long value) {
    name(field.name());
    quotedPlain(Long.toUnsignedString(value));
  }

  @Override
  void float64(Field field, double value) {
    name(field.name());
    decimal(value);
  }

  private void decimal(double value) {
    if (Double.isFinite(value)) {
      plain(Double.toString(value));
    } else {
      quotedPlain(Double.toString(value));
    }
  }

  @Override
  void sfixed64(Field field, long value) {
    int64(field, value);
  }

  @Override
  void sint32(Field field, int value) {
    number(field, value);
  }

  @Override
  int beginNumbers(Field field, int expectedSize) {
    beginList(field);
    return size;
  }

  @Override
  void endNumbers(int mark) {
    endList();
  }

  @Override
  void eachFixed64(long value) {
    separator();
    quotedPlain(Long.toUnsignedString(value));
  }

  @Override
  void eachUint64(long value) {
    eachFixed64(value);
  }

  @Override
  void eachFloat64(double value) {
    separator();
    decimal(value);
  }

  @Override
  void number(Field field, int value) {
    name(field.name());
    plain(Integer.toString(value));
  }

  @Override
  void fixed32(Field field, int value) {
    name(field.name());
    plain(Integer.toUnsignedString(value));
  }

  @Override
  void traceId(Field field, long high, long low) {
    name(field.name());
    put('"');
    hex(high);
    hex(low);
    put('"');
  }

  @Override
  void spanId(Field field, long id) {
    name(field.name());
    put('"');
    hex(id);
    put('"');
  }

  private void hex(long value) {
    ensure(2 * Long.BYTES);
    for (int shift = Long.SIZE - 4; shift >= 0; shift -= 4) {
      array[size++] = HEX[(int) (value >>> shift) & 0xF];
    }
  }

  @Override
  void bytes(Field field, ByteBuffer value) {
    name(field.name());
    ByteBuffer base64 = Base64.getEncoder().encode(value.duplicate());
    put('"');
    raw(base64.array(), base64.arrayOffset() + base64.position(), base64.remaining());
    put('"');
  }

  /** Opens an object which is not a field: the whole document or an array's element. */
  void beginObject() {
    separator();
    put('{');
  }

  void endObject() {
    put('}');
  }

  void beginArray() {
    separator();
    put('[');
  }

  void endArray() {
    put(']');
  }

  /** Writes a member's name; its value must follow. */
  void name(String name) {
    separator();
    quoted(name);
    put(':');
  }

  /** Writes a number or a boolean, which is ASCII and needs no escape. */
  void plain(String value) {
    ensure(value.length());
    ascii(value);
  }

  private void quotedPlain(String value) {
    put('"');
    plain(value);
    put('"');
  }

  /** Writes a string value with its quotes. */
  void quoted(String text) {
    put('"');
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        run(text, from, i);
        escape(c);
        from = i + 1;
      }
    }
    run(text, from, text.length());
    put('"');
  }

  private void run(String text, int from, int to) {
    if (from < to) {
      String part = text.substring(from, to);
      utf8(part, utf8Length(part));
    }
  }

  private void escape(char c) {
    ensure(6);
    array[size++] = '\\';
    if (c == '"' || c == '\\') {
      array[size++] = (byte) c;
      return;
    }
    array[size++] = 'u';
    array[size++] = '0';
    array[size++] = '0';
    array[size++] = HEX[c >> 4];
    array[size++] = HEX[c & 0xF];
  }

  /** Writes a comma unless the last byte opened something: no stack of states is needed. */
  void separator() {
    if (size > 0) {
      byte last = array[size - 1];
      if (last != '{' && last != '[' && last != ':') {
        put(',');
      }
    }
  }

  private void put(char c) {
    ensure(1);
    array[size++] = (byte) c;
  }
}
