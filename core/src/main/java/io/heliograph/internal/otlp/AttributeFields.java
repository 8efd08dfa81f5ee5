package io.heliograph.internal.otlp;

import io.heliograph.internal.attributes.AttributeValues;
import io.heliograph.internal.attributes.FlatAttributes;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.KeyValue;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.common.ValueType;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Attributes and values: OTLP's KeyValue and AnyValue.
 *
 * <p>Goes by a value's class and not by its key's type, so that types of a newer API than the one
 * it is compiled against pass; what it does not know becomes an empty value.
 */
final class AttributeFields {

  private static final Field KEY = new Field(1, "key");
  private static final Field VALUE = new Field(2, "value");

  private static final Field STRING = new Field(1, "stringValue");
  private static final Field BOOL = new Field(2, "boolValue");
  private static final Field INT = new Field(3, "intValue");
  private static final Field DOUBLE = new Field(4, "doubleValue");
  private static final Field ARRAY = new Field(5, "arrayValue");
  private static final Field KEY_VALUES = new Field(6, "kvlistValue");
  private static final Field BYTES = new Field(7, "bytesValue");

  private static final Field ELEMENTS = new Field(1, "values");

  /** Tags, lengths and a number around a key and a text. */
  private static final int OVERHEAD = 12;

  private AttributeFields() {}

  static void write(MessageWriter out, Field field, Attributes attributes) {
    if (attributes.isEmpty()) {
      return;
    }
    out.beginList(field);
    if (attributes instanceof FlatAttributes flat) {
      indexed(out, field, flat);
    } else {
      attributes.forEach((key, value) -> keyValue(out, field, key.getKey(), value, 0));
    }
    out.endList();
  }

  /** Writes a value that stands alone, such as a log record's body. */
  static void value(MessageWriter out, Field field, Object value) {
    int mark = out.begin(field, expectedSize(value));
    anyValue(out, value, 0);
    out.end(mark);
  }

  private static void indexed(MessageWriter out, Field field, FlatAttributes attributes) {
    for (int i = 0; i < attributes.size(); i++) {
      keyValue(out, field, attributes.keyAt(i).getKey(), attributes.valueAt(i), 0);
    }
  }

  private static void keyValue(
      MessageWriter out, Field field, String key, @Nullable Object value, int depth) {
    if (value != null && out.attribute(field, key, value)) {
      return;
    }
    int valueSize = expectedSize(value);
    int mark = out.beginElement(field, key.length() + valueSize);
    out.string(KEY, key);
    int valueMark = out.begin(VALUE, valueSize);
    anyValue(out, value, depth);
    out.end(valueMark);
    out.end(mark);
  }

  private static int expectedSize(@Nullable Object value) {
    return value instanceof String text ? text.length() + OVERHEAD : OVERHEAD;
  }

  /** Writes the one field that an AnyValue has. */
  private static void anyValue(MessageWriter out, @Nullable Object value, int depth) {
    if (value instanceof String text) {
      out.string(STRING, text);
    } else if (value instanceof Long number) {
      out.int64(INT, number);
    } else if (value instanceof Boolean truth) {
      out.bool(BOOL, truth);
    } else if (value instanceof Double number) {
      out.float64(DOUBLE, number);
    } else if (value instanceof Value<?> typed) {
      typedValue(out, typed, depth);
    } else if (value instanceof ByteBuffer bytes) {
      out.bytes(BYTES, bytes);
    } else if (value instanceof List<?> elements && depth < AttributeValues.MAX_DEPTH) {
      array(out, elements, depth + 1);
    }
  }

  private static void typedValue(MessageWriter out, Value<?> typed, int depth) {
    if (typed.getType() != ValueType.KEY_VALUE_LIST) {
      anyValue(out, typed.getValue(), depth);
    } else if (depth < AttributeValues.MAX_DEPTH) {
      keyValues(out, (List<?>) typed.getValue(), depth + 1);
    }
  }

  private static void array(MessageWriter out, List<?> elements, int depth) {
    int mark = out.begin(ARRAY, OVERHEAD * elements.size());
    out.beginList(ELEMENTS);
    for (int i = 0; i < elements.size(); i++) {
      Object element = elements.get(i);
      int elementMark = out.beginElement(ELEMENTS, expectedSize(element));
      anyValue(out, element, depth);
      out.end(elementMark);
    }
    out.endList();
    out.end(mark);
  }

  private static void keyValues(MessageWriter out, List<?> pairs, int depth) {
    int mark = out.begin(KEY_VALUES, 2 * OVERHEAD * pairs.size());
    out.beginList(ELEMENTS);
    for (Object element : pairs) {
      KeyValue pair = (KeyValue) element;
      keyValue(out, ELEMENTS, pair.getKey(), pair.getValue(), depth);
    }
    out.endList();
    out.end(mark);
  }
}
