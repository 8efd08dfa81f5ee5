package io.heliograph.internal.metrics;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.Map;
import java.util.function.BiConsumer;

/** Attributes of somebody else's making that throw wherever they are touched. */
final class HostileAttributes implements Attributes {

  @Override
  public int hashCode() {
    throw new IllegalStateException("hash");
  }

  @Override
  public boolean equals(Object other) {
    throw new IllegalStateException("equals");
  }

  @Override
  public <T> T get(AttributeKey<T> key) {
    throw new IllegalStateException("get");
  }

  @Override
  public void forEach(BiConsumer<? super AttributeKey<?>, ? super Object> consumer) {
    throw new IllegalStateException("forEach");
  }

  @Override
  public int size() {
    throw new IllegalStateException("size");
  }

  @Override
  public boolean isEmpty() {
    throw new IllegalStateException("isEmpty");
  }

  @Override
  public Map<AttributeKey<?>, Object> asMap() {
    throw new IllegalStateException("asMap");
  }

  @Override
  public AttributesBuilder toBuilder() {
    throw new IllegalStateException("toBuilder");
  }
}
