package io.heliograph.config;

import io.heliograph.config.SettingType.Shape;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Lists and maps, from one text or from one property an entry. */
final class CollectionTypes {
  private CollectionTypes() {}

  /** Comma separated or indexed; empty entries are skipped. */
  static <T> SettingType<List<T>> listOf(SettingType<T> element) {
    String allowed =
        element.javaType().equals(String.class.getName()) && element.name().equals("string")
            ? "a comma separated list"
            : "a comma separated list, each " + element.allowed();
    return new SettingType<>(
        "list",
        "java.util.List<" + element.javaType() + ">",
        allowed,
        element.choices(),
        Shape.LIST,
        raw -> parseList(raw, element),
        null,
        UnaryOperator.identity());
  }

  /** Percent-decoded {@code key=value} pairs, or literal values under sub keys. */
  static SettingType<Map<String, String>> map() {
    return new SettingType<>(
        "map",
        "java.util.Map<java.lang.String,java.lang.String>",
        "comma separated key=value pairs, values percent-encoded where needed",
        List.of(),
        Shape.MAP,
        CollectionTypes::parseMap,
        null,
        UnaryOperator.identity());
  }

  private static <T> List<T> parseList(RawValue raw, SettingType<T> element) throws BadValue {
    List<T> values = new ArrayList<>();
    for (String part : parts(raw.text())) {
      values.add(element.parse(part));
    }
    for (String item : raw.items()) {
      values.add(element.parse(item));
    }
    return List.copyOf(values);
  }

  private static Map<String, String> parseMap(RawValue raw) throws BadValue {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String part : parts(raw.text())) {
      int equals = part.indexOf('=');
      String key = equals < 0 ? "" : part.substring(0, equals).trim();
      if (key.isEmpty()) {
        throw new BadValue();
      }
      pairs.put(decoded(key), decoded(part.substring(equals + 1).trim()));
    }
    pairs.putAll(raw.entries());
    return Collections.unmodifiableMap(pairs);
  }

  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      String trimmed = part.trim();
      if (!trimmed.isEmpty()) {
        parts.add(trimmed);
      }
    }
    return parts;
  }

  private static String decoded(String text) throws BadValue {
    try {
      // URLDecoder reads a plus sign as a blank, percent-encoding does not.
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new BadValue();
    }
  }
}
