package io.heliograph.internal.attributes;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Attributes over an array that alternates keys and values, in the order in which they were set.
 *
 * <p>The encoder walks it by index without an iterator. Keys are unique by name. Immutable.
 */
public sealed class FlatAttributes implements Attributes permits PreparedAttributes {

  final Object[] entries;
  private final int size;

  /** Takes the array over; the caller must not write its first {@code 2 * size} slots again. */
  FlatAttributes(Object[] entries, int size) {
    this.entries = entries;
    this.size = size;
  }

  @Override
  public final int size() {
    return size;
  }

  @Override
  public final boolean isEmpty() {
    return size == 0;
  }

  public final AttributeKey<?> keyAt(int index) {
    return (AttributeKey<?>) entries[2 * index];
  }

  public final Object valueAt(int index) {
    return entries[2 * index + 1];
  }

  @Override
  @SuppressWarnings("unchecked") // A key carries its value's type, which put() was given with it.
  public final <T> @Nullable T get(AttributeKey<T> key) {
    for (int i = 0; i < size; i++) {
      if (keyAt(i).equals(key)) {
        return (T) valueAt(i);
      }
    }
    return null;
  }

  @Override
  public final void forEach(BiConsumer<? super AttributeKey<?>, ? super Object> consumer) {
    for (int i = 0; i < size; i++) {
      consumer.accept(keyAt(i), valueAt(i));
    }
  }

  @Override
  public final Map<AttributeKey<?>, Object> asMap() {
    Map<AttributeKey<?>, Object> map = new LinkedHashMap<>(2 * size);
    forEach(map::put);
    return java.util.Collections.unmodifiableMap(map);
  }

  @Override
  public final AttributesBuilder toBuilder() {
    return Attributes.builder().putAll(this);
  }

  /** Equal to any attributes with the same entries, whatever their order or implementation. */
  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof Attributes that && asMap().equals(that.asMap());
  }

  @Override
  public final int hashCode() {
    int hash = 0;
    for (int i = 0; i < size; i++) {
      hash += Objects.hash(keyAt(i), valueAt(i));
    }
    return hash;
  }

  @Override
  public final String toString() {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < size; i++) {
      text.append(i == 0 ? "" : ", ").append(new SimpleImmutableEntry<>(keyAt(i), valueAt(i)));
    }
    return text.append('}').toString();
  }
}
