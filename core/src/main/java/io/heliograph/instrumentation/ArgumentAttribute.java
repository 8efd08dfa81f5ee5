package io.heliograph.instrumentation;

import io.opentelemetry.api.common.AttributeKey;
import java.lang.reflect.Array;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A parameter that becomes an attribute, of the type that its declaration gives.
 *
 * @param convert what makes the attribute's value of the argument
 */
record ArgumentAttribute(
    int index, AttributeKey<Object> key, Function<Object, @Nullable Object> convert) {

  static ArgumentAttribute of(int index, String key, Type type) {
    Class<?> raw = raw(type);
    if (raw.isArray()) {
      ScalarType scalar = ScalarType.of(raw.getComponentType());
      return new ArgumentAttribute(
          index, scalar.listKey(key), array -> scalar.values(elements(array)));
    }
    if (Collection.class.isAssignableFrom(raw)) {
      ScalarType scalar = ScalarType.of(element(type));
      return new ArgumentAttribute(
          index, scalar.listKey(key), values -> scalar.values(((Collection<?>) values).stream()));
    }
    ScalarType scalar = ScalarType.of(raw);
    return new ArgumentAttribute(index, scalar.key(key), scalar::value);
  }

  private static Class<?> raw(Type type) {
    if (type instanceof ParameterizedType parameterized) {
      return raw(parameterized.getRawType());
    }
    return type instanceof Class<?> raw ? raw : Object.class;
  }

  private static Class<?> element(Type type) {
    return type instanceof ParameterizedType parameterized
        ? raw(parameterized.getActualTypeArguments()[0])
        : Object.class;
  }

  private static Stream<?> elements(Object array) {
    return IntStream.range(0, Array.getLength(array)).mapToObj(i -> Array.get(array, i));
  }

  void record(AttributeSink span, @Nullable Object[] arguments) {
    Object argument = index < arguments.length ? arguments[index] : null;
    if (argument != null) {
      span.setIfPresent(key, convert.apply(argument));
    }
  }
}
