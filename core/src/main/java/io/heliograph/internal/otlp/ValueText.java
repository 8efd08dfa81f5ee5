package io.heliograph.internal.otlp;

import io.opentelemetry.api.common.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Attribute values where there is place for text only.
 *
 * @see <a
 *     href="https://opentelemetry.io/docs/specs/otel/common/#anyvalue-representation-for-non-otlp-protocols">AnyValue
 *     representation</a>
 */
public final class ValueText {

  private ValueText() {}

  /** The value as it is, a list as JSON. */
  public static String of(Object value) {
    if (value instanceof List<?> list) {
      JsonWriter json = new JsonWriter(Integer.MAX_VALUE);
      list(json, list);
      return new String(json.array, 0, json.size, StandardCharsets.UTF_8);
    }
    return value instanceof Value<?> structured ? structured.asString() : String.valueOf(value);
  }

  private static void list(JsonWriter json, List<?> list) {
    json.beginArray();
    for (Object element : list) {
      json.separator();
      json(json, element);
    }
    json.endArray();
  }

  /** Writes a value inside JSON. */
  static void json(JsonWriter json, Object value) {
    if (value instanceof Long || value instanceof Boolean) {
      json.plain(value.toString());
    } else if (value instanceof Double number && Double.isFinite(number)) {
      json.plain(number.toString());
    } else if (value instanceof List<?> list) {
      list(json, list);
    } else {
      json.quoted(of(value));
    }
  }
}
