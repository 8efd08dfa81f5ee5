package io.heliograph.internal.otlp;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Attribute values as Zipkin has them: as text, lists and events' attributes as JSON. */
final class ZipkinValues {

  private ZipkinValues() {}

  static String text(Object value) {
    if (value instanceof List<?> list) {
      JsonWriter json = new JsonWriter(Integer.MAX_VALUE);
      list(json, list);
      return text(json);
    }
    return value instanceof Value<?> structured ? structured.asString() : String.valueOf(value);
  }

  /** An event, whose attributes have no place of their own. */
  static String annotation(String name, Attributes attributes) {
    if (attributes.isEmpty()) {
      return name;
    }
    JsonWriter json = new JsonWriter(Integer.MAX_VALUE);
    json.name(name);
    json.beginObject();
    attributes.forEach(
        (key, value) -> {
          json.name(key.getKey());
          value(json, value);
        });
    json.endObject();
    return text(json);
  }

  private static void list(JsonWriter json, List<?> list) {
    json.beginArray();
    for (Object element : list) {
      json.separator();
      value(json, element);
    }
    json.endArray();
  }

  private static void value(JsonWriter json, Object value) {
    if (value instanceof Long || value instanceof Boolean) {
      json.plain(value.toString());
    } else if (value instanceof Double number && Double.isFinite(number)) {
      json.plain(number.toString());
    } else if (value instanceof List<?> list) {
      list(json, list);
    } else {
      json.quoted(text(value));
    }
  }

  private static String text(JsonWriter json) {
    return new String(json.array, 0, json.size, StandardCharsets.UTF_8);
  }
}
