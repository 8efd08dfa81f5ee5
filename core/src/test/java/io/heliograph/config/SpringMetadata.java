package io.heliograph.config;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the catalogue as the metadata that IDEs read for {@code application.yml}. */
final class SpringMetadata {
  private SpringMetadata() {}

  static String generate() {
    List<String> properties =
        new ArrayList<>(Catalogue.all().stream().map(SpringMetadata::property).toList());
    properties.add(
        object(
            field("name", "heliograph.destinations"),
            field("type", "java.util.Map<java.lang.String,java.lang.Object>"),
            field("description", "Further destinations of traces, by name.")));
    List<String> hints =
        Catalogue.all().stream()
            .filter(setting -> !setting.choices().isEmpty())
            .map(SpringMetadata::hint)
            .toList();
    return "{\n  \"groups\": [],\n  \"properties\": "
        + array(properties)
        + ",\n  \"hints\": "
        + array(hints)
        + "\n}\n";
  }

  private static String property(Setting<?> setting) {
    List<String> fields = new ArrayList<>();
    fields.add(field("name", setting.key()));
    fields.add(field("type", setting.javaType()));
    fields.add(field("description", setting.meaning().replace("`", "")));
    String byDefault = setting.defaultText();
    if (byDefault != null && !byDefault.isEmpty()) {
      fields.add(quoted("defaultValue") + ": " + value(setting, byDefault));
    }
    String deprecated = setting.deprecated();
    if (deprecated != null) {
      fields.add(quoted("deprecation") + ": " + object(field("reason", deprecated)));
    }
    return object(fields.toArray(String[]::new));
  }

  private static String hint(Setting<?> setting) {
    String values =
        setting.choices().stream()
            .map(choice -> object(field("value", choice)))
            .collect(Collectors.joining(", "));
    return object(field("name", setting.key()), quoted("values") + ": [" + values + "]");
  }

  private static String value(Setting<?> setting, String text) {
    return switch (setting.typeName()) {
      case "boolean", "integer" -> text;
      case "list" ->
          Stream.of(text.split(","))
              .map(SpringMetadata::quoted)
              .collect(Collectors.joining(", ", "[", "]"));
      default -> quoted(text);
    };
  }

  private static String array(List<String> objects) {
    return objects.stream().collect(Collectors.joining(",\n    ", "[\n    ", "\n  ]"));
  }

  private static String object(String... fields) {
    return Stream.of(fields).collect(Collectors.joining(", ", "{", "}"));
  }

  private static String field(String name, String value) {
    return quoted(name) + ": " + quoted(value);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
