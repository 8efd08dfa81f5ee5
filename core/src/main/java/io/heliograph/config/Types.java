package io.heliograph.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The plain types of settings, each written once. */
final class Types {
  private static final List<String> MEANT_TRUE = List.of("yes", "on", "1", "enabled");
  private static final List<String> MEANT_FALSE = List.of("no", "off", "0", "disabled");

  private Types() {}

  static SettingType<String> string() {
    return SettingType.scalar("string", String.class, "a text", text -> text);
  }

  static SettingType<String> choice(String... choices) {
    List<String> values = List.of(choices);
    return SettingType.choice(values, text -> values.get(indexOf(text, values)));
  }

  /** A constant is written as its {@code toString} prints it. */
  static <E extends Enum<E>> SettingType<E> enumOf(Class<E> type) {
    E[] constants = type.getEnumConstants();
    List<String> values = Arrays.stream(constants).map(Object::toString).toList();
    return SettingType.choice(values, text -> constants[indexOf(text, values)]);
  }

  /** Strict for our keys; the specification reads anything but {@code true} as false. */
  static SettingType<Boolean> bool() {
    return SettingType.scalar("boolean", Boolean.class, "one of true, false", Types::parseBoolean)
        .whenOtelInvalid(false);
  }

  static SettingType<Integer> integer(int min, int max) {
    String allowed = "a whole number from " + min + " to " + max;
    return SettingType.scalar(
        "integer",
        Integer.class,
        allowed,
        text -> Math.toIntExact(inRange(wholeNumber(text), min, max)));
  }

  static SettingType<Path> path() {
    return SettingType.scalar("path", Path.class, "a path of a file", Types::parsePath);
  }

  static long wholeNumber(String text) throws BadValue {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new BadValue();
    }
  }

  static long inRange(long value, long min, long max) throws BadValue {
    if (value < min || value > max) {
      throw new BadValue();
    }
    return value;
  }

  private static int indexOf(String text, List<String> values) throws BadValue {
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i).equalsIgnoreCase(text)) {
        return i;
      }
    }
    throw new BadValue(Nearest.of(text, values));
  }

  private static Boolean parseBoolean(String text) throws BadValue {
    if (text.equalsIgnoreCase("true")) {
      return true;
    }
    if (text.equalsIgnoreCase("false")) {
      return false;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    throw new BadValue(
        MEANT_TRUE.contains(lower) ? "true" : MEANT_FALSE.contains(lower) ? "false" : null);
  }

  private static Path parsePath(String text) throws BadValue {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new BadValue();
    }
  }
}
