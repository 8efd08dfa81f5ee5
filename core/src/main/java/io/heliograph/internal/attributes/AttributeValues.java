package io.heliograph.internal.attributes;

import io.opentelemetry.api.common.KeyValue;
import io.opentelemetry.api.common.Value;
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

  /** How deep arrays and maps may nest in a value; what is deeper becomes an empty value. */
  public static final int MAX_DEPTH = 64;

  private AttributeValues() {}

  static Object limit(Object value, int maxLength) {
    if (value instanceof String text) {
      return cut(text, maxLength);
    }
    if (value instanceof List<?> list) {
      return copy(list, maxLength);
    }
    return value instanceof Value<?> nested ? limit(nested, maxLength, 0) : value;
  }

  /** Cuts to a number of UTF-16 units, one less where the cut would split a surrogate pair. */
  public static String cut(String text, int maxLength) {
    if (text.length() <= maxLength) {
      return text;
    }
    boolean splits = maxLength > 0 && Character.isHighSurrogate(text.charAt(maxLength - 1));
    return text.substring(0, splits ? maxLength - 1 : maxLength);
  }

  /** The characters in a text or in an array of texts; what else there is, is small. */
  static long textLength(Object value) {
    if (value instanceof String text) {
      return text.length();
    }
    long length = 0;
    if (value instanceof List<?> list) {
      for (Object element : list) {
        length += textLength(element);
      }
    }
    return value instanceof Value<?> nested ? nested.asString().length() : length;
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
      case STRING -> Value.of(cut((String) value.getValue(), maxLength));
      case ARRAY -> limitArray((List<Value<?>>) value.getValue(), maxLength, depth + 1);
      case KEY_VALUE_LIST -> limitMap((List<KeyValue>) value.getValue(), maxLength, depth + 1);
      default -> value;
    };
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
