package io.heliograph.instrumentation;

import io.opentelemetry.api.common.AttributeKey;
import org.jspecify.annotations.Nullable;

/** A span, or its builder: the API has no type for what both can do. */
interface AttributeSink {

  /** As {@code setAttribute} of both. */
  <T> @Nullable Object setAttribute(AttributeKey<T> key, T value);

  /** Records a value if there is one; what {@code null} does is undefined in the API. */
  default <T> void setIfPresent(AttributeKey<T> key, @Nullable T value) {
    if (value != null) {
      setAttribute(key, value);
    }
  }

  /** Records a port, count or code if it is one. */
  default void setIfPositive(AttributeKey<Long> key, int value) {
    if (value > 0) {
      setAttribute(key, (long) value);
    }
  }
}
