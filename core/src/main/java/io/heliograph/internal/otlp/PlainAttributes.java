package io.heliograph.internal.otlp;

/**
 * Attributes with a text of ASCII or a whole number, which are nearly all there are, in one go:
 * their lengths are known before, and those that have come before are copied as a whole.
 *
 * <p>Says in protobuf what {@link AttributeFields} says of all values; a test compares the two.
 */
final class PlainAttributes {

  /** Tags of KeyValue's value and of AnyValue's string_value and int_value. */
  private static final byte VALUE = 2 << 3 | ProtoWriter.LENGTH;

  private static final byte STRING = 1 << 3 | ProtoWriter.LENGTH;
  private static final byte INT = 3 << 3 | ProtoWriter.VARINT;

  private final ProtoWriter out;
  private final KeyCache keys;

  PlainAttributes(ProtoWriter out) {
    this.out = out;
    this.keys = new KeyCache(out);
  }

  /** False if it is another kind of attribute; then nothing was written. */
  boolean write(Field field, String key, Object value) {
    if (value instanceof String text) {
      return text(field, keys.get(key), text);
    }
    if (value instanceof Long number) {
      number(field, keys.get(key), number);
      return true;
    }
    return false;
  }

  private boolean text(Field field, KnownKey key, String text) {
    byte[] known = key.attributes.get(text, text.length());
    if (known == null) {
      return newText(field, key, text);
    }
    out.ensure(ProtoWriter.MAX_TAG + known.length);
    out.tag(field, ProtoWriter.LENGTH);
    out.raw(known);
    return true;
  }

  private boolean newText(Field field, KnownKey key, String text) {
    int before = out.size;
    int length = text.length();
    int value = 1 + ProtoWriter.varintSize(length) + length;
    int start = begin(field, key, value);
    out.array[out.size++] = STRING;
    out.varint(length);
    if (!out.tryAscii(text)) {
      out.size = before;
      return false;
    }
    key.attributes.learn(text, length, out.array, start, out.size);
    return true;
  }

  private void number(Field field, KnownKey key, long number) {
    begin(field, key, 1 + ProtoWriter.varintSize(number));
    out.array[out.size++] = INT;
    out.varint(number);
  }

  /**
   * Makes room for all of it and writes everything before the value's content. Answers where the
   * attribute's length began: all before it is the field's, and differs from signal to signal.
   */
  private int begin(Field field, KnownKey key, int value) {
    byte[] keyField = key.field;
    int length = keyField.length + 1 + ProtoWriter.varintSize(value) + value;
    out.ensure(ProtoWriter.MAX_TAG + ProtoWriter.MAX_VARINT + length);
    out.tag(field, ProtoWriter.LENGTH);
    int start = out.size;
    out.varint(length);
    out.raw(keyField);
    out.array[out.size++] = VALUE;
    out.varint(value);
    return start;
  }
}
