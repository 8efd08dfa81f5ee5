package io.heliograph.config;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How text becomes a value of one type.
 *
 * @param name for the reference page
 * @param javaType for the metadata of IDEs
 * @param choices all values there are, empty when they cannot be counted
 * @param allowed completes "must be …"
 * @param whenOtelInvalid what an invalid OpenTelemetry variable means where the specification
 *     decides it, null where it is an error
 * @param display hides the secret parts of a text of this type
 */
record SettingType<T>(
    String name,
    String javaType,
    String allowed,
    List<String> choices,
    Shape shape,
    Parser<T> parser,
    @Nullable T whenOtelInvalid,
    UnaryOperator<String> display) {

  enum Shape {
    SCALAR,
    LIST,
    MAP
  }

  /** Turns the raw value into a typed one. */
  @FunctionalInterface
  interface Parser<T> {
    T parse(RawValue raw) throws BadValue;
  }

  /** Turns a trimmed, non-empty text into a typed value. */
  @FunctionalInterface
  interface TextParser<T> {
    T parse(String text) throws BadValue;
  }

  static <T> SettingType<T> scalar(
      String name, Class<T> javaType, String allowed, TextParser<T> parser) {
    return new SettingType<>(
        name,
        javaType.getName(),
        allowed,
        List.of(),
        Shape.SCALAR,
        raw -> parser.parse(raw.text().trim()),
        null,
        UnaryOperator.identity());
  }

  /** A value that is one of a few texts, which IDEs know as texts whatever we make of them. */
  static <T> SettingType<T> choice(List<String> choices, TextParser<T> parser) {
    return new SettingType<>(
        "choice",
        String.class.getName(),
        "one of " + String.join(", ", choices),
        choices,
        Shape.SCALAR,
        raw -> parser.parse(raw.text().trim()),
        null,
        UnaryOperator.identity());
  }

  SettingType<T> whenOtelInvalid(T value) {
    return new SettingType<>(name, javaType, allowed, choices, shape, parser, value, display);
  }

  SettingType<T> displayedBy(UnaryOperator<String> masking) {
    return new SettingType<>(
        name, javaType, allowed, choices, shape, parser, whenOtelInvalid, masking);
  }

  T parse(String text) throws BadValue {
    return parser.parse(RawValue.ofText(text));
  }
}
