package io.heliograph.internal.propagation;

import io.opentelemetry.context.propagation.TextMapGetter;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Collections;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Reads all values that a carrier holds under one name, on every supported API version. */
final class HeaderValues {

  // The API has getAll since 1.50, we compile against 1.49. A constant handle is linked like a
  // direct call, so that the request path sees no reflection.
  private static final @Nullable MethodHandle GET_ALL = findGetAll();

  private HeaderValues() {}

  static <C> Iterator<String> of(@Nullable C carrier, TextMapGetter<C> getter, String name) {
    if (getter instanceof MultiValueGetter<C> multi) {
      return orEmpty(multi.getAll(carrier, name));
    }
    if (GET_ALL != null) {
      return orEmpty(getAll(GET_ALL, carrier, getter, name));
    }
    String value = getter.get(carrier, name);
    return value == null ? Collections.emptyIterator() : Collections.singleton(value).iterator();
  }

  private static Iterator<String> orEmpty(@Nullable Iterator<String> values) {
    return values == null ? Collections.emptyIterator() : values;
  }

  @SuppressWarnings("unchecked")
  private static <C> @Nullable Iterator<String> getAll(
      MethodHandle handle, @Nullable C carrier, TextMapGetter<C> getter, String name) {
    try {
      return (Iterator<String>) handle.invokeExact(getter, (Object) carrier, name);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable MethodHandle findGetAll() {
    try {
      return MethodHandles.publicLookup()
          .findVirtual(
              TextMapGetter.class,
              "getAll",
              MethodType.methodType(Iterator.class, Object.class, String.class));
    } catch (NoSuchMethodException | IllegalAccessException e) {
      return null;
    }
  }
}
