package io.heliograph.internal.attributes;

import io.opentelemetry.api.common.KeyValue;
import io.opentelemetry.api.common.Value;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Cuts attribute values to their limit and takes copies of what the caller could still change.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otel/common/#attribute-limits">Attribute
 *     limits</a>
 */
public final class AttributeValues {

  /**
   * How deep arrays and maps may nest in a value; what is deeper becomes an empty value.
   *
   * <p>Protobuf's parsers refuse a request of more than 100 nested messages, whole. A map takes
   * three of them and the way to an event's attribute six, so that 31 is the deepest that every
   * receiver reads.
   */
  public static final int MAX_DEPTH = 31;

  private AttributeValues() {}

  /** What is kept of a value; may call foreign code. */
  public static Object limit(Object value, int maxLength) {
    if (value instanceof String text) {
      return cut(text, maxLength);
    }
    if (isPlain(value)) {
      return value;
    }
    if (value instanceof List<?> list) {
      return copy(list, maxLength);
    }
    return value instanceof Value<?> nested ? limit(nested, maxLength, 0) : value;
  }

  /** A copy that nests no deeper than the bound, its texts uncut. */
  public static Value<?> bounded(Value<?> value) {
    return limit(value, Integer.MAX_VALUE, 0);
  }

  /** Cuts to a number of UTF-16 units, one less where the cut would split a surrogate pair. */
  public static String cut(String text, int maxLength) {
    if (text.length() <= maxLength) {
      return text;
    }
    boolean splits = maxLength > 0 && Character.isHighSurrogate(text.charAt(maxLength - 1));
    return text.substring(0, splits ? maxLength - 1 : maxLength);
  }

  /** What a value holds beyond its own fixed size, in bytes or characters; bounded in depth. */
  public static long textLength(Object value) {
    if (value instanceof String text) {
      return text.length();
    }
    if (isPlain(value)) {
      return 0;
    }
    if (value instanceof List<?> list) {
      long length = 0;
      for (Object element : list) {
        length += Long.BYTES + textLength(element);
      }
      return length;
    }
    if (value instanceof KeyValue pair) {
      return pair.getKey().length() + textLength(pair.getValue());
    }
    if (value instanceof Value<?> nested) {
      return textLength(nested.getValue());
    }
    return value instanceof ByteBuffer bytes ? bytes.remaining() : 0;
  }

  /** Asked before what a value is not: whether it is a list takes longer to find out. */
  private static boolean isPlain(Object value) {
    return value instanceof Number || value instanceof Boolean;
  }

  private static List<Object> copy(List<?> list, int maxLength) {
    List<Object> copy = new ArrayList<>(list.size());
    for (Object element : list) {
      copy.add(element instanceof String text ? cut(text, maxLength) : element);
    }
    return Collections.unmodifiableList(copy);
  }

  @SuppressWarnings("unchecked") // Each type of a Value fixes the type of what it holds.
  private static Value<?> limit(Value<?> value, int maxLength, int depth) {
    return switch (value.getType()) {
      case STRING -> limitText(value, maxLength);
      case ARRAY -> limitArray((List<Value<?>>) value.getValue(), maxLength, depth + 1);
      case KEY_VALUE_LIST -> limitMap((List<KeyValue>) value.getValue(), maxLength, depth + 1);
      default -> value;
    };
  }

  private static Value<?> limitText(Value<?> value, int maxLength) {
    String text = (String) value.getValue();
    return text.length() <= maxLength ? value : Value.of(cut(text, maxLength));
  }

  private static Value<?> limitArray(List<Value<?>> elements, int maxLength, int depth) {
    List<Value<?>> limited = new ArrayList<>();
    if (depth <= MAX_DEPTH) {
      elements.forEach(element -> limited.add(limit(element, maxLength, depth)));
    }
    return Value.of(limited);
  }

  private static Value<?> limitMap(List<KeyValue> entries, int maxLength, int depth) {
    List<KeyValue> limited = new ArrayList<>();
    if (depth <= MAX_DEPTH) {
      entries.forEach(
          entry ->
              limited.add(KeyValue.of(entry.getKey(), limit(entry.getValue(), maxLength, depth))));
    }
    return Value.of(limited.toArray(KeyValue[]::new));
  }
}
