package io.heliograph.internal.otlp;

import io.opentelemetry.api.common.Attributes;
import java.nio.charset.StandardCharsets;

/** An event as Zipkin has it: as text. */
final class ZipkinAnnotation {

  private ZipkinAnnotation() {}

  /** An event, whose attributes have no place of their own. */
  static String of(String name, Attributes attributes) {
    if (attributes.isEmpty()) {
      return name;
    }
    JsonWriter json = new JsonWriter(Integer.MAX_VALUE);
    json.name(name);
    json.beginObject();
    attributes.forEach(
        (key, value) -> {
          json.name(key.getKey());
          ValueText.json(json, value);
        });
    json.endObject();
    return new String(json.array, 0, json.size, StandardCharsets.UTF_8);
  }
}
