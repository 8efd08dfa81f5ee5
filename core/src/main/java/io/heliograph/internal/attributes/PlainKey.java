package io.heliograph.internal.attributes;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributeType;
import org.jspecify.annotations.Nullable;

/**
 * What a program's own implementation of a key said once.
 *
 * <p>Why not the program's key itself: it would be asked for its name under a span's lock, where
 * foreign code that writes to that span would wait for itself. Immutable.
 */
public record PlainKey<T>(String getKey, AttributeType getType) implements AttributeKey<T> {

  private static final Class<?> OF_THE_API = AttributeKey.stringKey("any").getClass();

  /** A key of which no method is foreign code; null if it has no name. */
  @SuppressWarnings("NullAway") // A foreign key may have neither name nor type.
  public static @Nullable AttributeKey<?> of(@Nullable AttributeKey<?> key) {
    if (key == null) {
      return null;
    }
    String name = key.getKey();
    if (name == null || name.isEmpty()) {
      return null;
    }
    if (key.getClass() == OF_THE_API) {
      return key;
    }
    AttributeType type = key.getType();
    return type == null ? null : of(name, type);
  }

  /** The API's own key if it has one of that type, by which the value is found again. */
  private static AttributeKey<?> of(String name, AttributeType type) {
    return switch (type) {
      case STRING -> AttributeKey.stringKey(name);
      case BOOLEAN -> AttributeKey.booleanKey(name);
      case LONG -> AttributeKey.longKey(name);
      case DOUBLE -> AttributeKey.doubleKey(name);
      case STRING_ARRAY -> AttributeKey.stringArrayKey(name);
      case BOOLEAN_ARRAY -> AttributeKey.booleanArrayKey(name);
      case LONG_ARRAY -> AttributeKey.longArrayKey(name);
      case DOUBLE_ARRAY -> AttributeKey.doubleArrayKey(name);
      default -> new PlainKey<>(name, type); // A type of a newer API.
    };
  }
}
