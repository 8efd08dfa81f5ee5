package io.heliograph.instrumentation;

import io.opentelemetry.api.common.AttributeKey;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The types that attributes can have, alone or in lists. */
enum ScalarType {
  STRING,
  LONG,
  DOUBLE,
  BOOLEAN;

  static ScalarType of(Class<?> type) {
    return switch (type.getName()) {
      case "byte", "short", "int", "long" -> LONG;
      case "java.lang.Byte", "java.lang.Short", "java.lang.Integer", "java.lang.Long" -> LONG;
      case "float", "double", "java.lang.Float", "java.lang.Double" -> DOUBLE;
      case "boolean", "java.lang.Boolean" -> BOOLEAN;
      default -> STRING;
    };
  }

  Object value(Object argument) {
    return switch (this) {
      case STRING -> String.valueOf(argument);
      case LONG -> ((Number) argument).longValue();
      case DOUBLE -> ((Number) argument).doubleValue();
      case BOOLEAN -> argument;
    };
  }

  /** All that are not {@code null}. */
  List<Object> values(Stream<?> arguments) {
    return arguments.filter(Objects::nonNull).map(this::value).toList();
  }

  AttributeKey<Object> key(String key) {
    return erased(
        switch (this) {
          case STRING -> AttributeKey.stringKey(key);
          case LONG -> AttributeKey.longKey(key);
          case DOUBLE -> AttributeKey.doubleKey(key);
          case BOOLEAN -> AttributeKey.booleanKey(key);
        });
  }

  AttributeKey<Object> listKey(String key) {
    return erased(
        switch (this) {
          case STRING -> AttributeKey.stringArrayKey(key);
          case LONG -> AttributeKey.longArrayKey(key);
          case DOUBLE -> AttributeKey.doubleArrayKey(key);
          case BOOLEAN -> AttributeKey.booleanArrayKey(key);
        });
  }

  /** What {@link #value} makes is of the key's type, in each of the cases. */
  @SuppressWarnings("unchecked")
  private static AttributeKey<Object> erased(AttributeKey<?> key) {
    return (AttributeKey<Object>) key;
  }
}
