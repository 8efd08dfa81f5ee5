package io.heliograph.internal.otlp;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.common.Value;
import java.util.Map;
import java.util.function.BiConsumer;

/** One attribute with a structured value, which the API has no key type for before 1.59. */
record SingleValue(Value<?> value) implements Attributes {

  private static final AttributeKey<String> KEY = AttributeKey.stringKey("value");

  @Override
  public <T> T get(AttributeKey<T> key) {
    return null;
  }

  @Override
  public void forEach(BiConsumer<? super AttributeKey<?>, ? super Object> consumer) {
    consumer.accept(KEY, value);
  }

  @Override
  public int size() {
    return 1;
  }

  @Override
  public boolean isEmpty() {
    return false;
  }

  @Override
  public Map<AttributeKey<?>, Object> asMap() {
    return Map.of(KEY, value);
  }

  @Override
  public AttributesBuilder toBuilder() {
    throw new UnsupportedOperationException();
  }
}
