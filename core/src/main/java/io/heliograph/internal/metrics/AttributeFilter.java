package io.heliograph.internal.metrics;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which attributes of a measurement make its series.
 *
 * @param included null for all
 */
record AttributeFilter(@Nullable Set<String> included, Set<String> excluded) {

  boolean keepsAll() {
    return included == null && excluded.isEmpty();
  }

  Attributes apply(Attributes attributes) {
    if (keepsAll() || attributes.isEmpty()) {
      return attributes;
    }
    return attributes.toBuilder().removeIf(key -> !keeps(key)).build();
  }

  private boolean keeps(AttributeKey<?> key) {
    String name = key.getKey();
    return (included == null || included.contains(name)) && !excluded.contains(name);
  }
}
