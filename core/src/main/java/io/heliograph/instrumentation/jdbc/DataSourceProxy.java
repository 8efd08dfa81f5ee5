package io.heliograph.instrumentation.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What a data source can do is asked of the recording one, all else of the original; connections
 * that methods of its own lend are recorded too.
 */
final class DataSourceProxy implements InvocationHandler {

  private final DataSource original;
  private final Supplier<@Nullable DataSource> recording;

  DataSourceProxy(DataSource original, Supplier<@Nullable DataSource> recording) {
    this.original = original;
    this.recording = recording;
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] given)
      throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return ofObject(proxy, method, given);
    }
    DataSource recorded = recording.get();
    if (recorded == null) {
      return invoke(original, method, given);
    }
    if (given == null && method.getName().equals("getConnection")) {
      return recorded.getConnection(); // each request's, so without reflection
    }
    if (method.getDeclaringClass().isInstance(recorded)) {
      return invoke(recorded, method, given);
    }
    Object result = invoke(original, method, given);
    return result instanceof Connection connection && recorded instanceof TracedDataSource traced
        ? traced.traced(connection)
        : result;
  }

  @SuppressWarnings("ReferenceEquality") // it is one object or another
  private Object ofObject(Object proxy, Method method, @Nullable Object @Nullable [] given) {
    return switch (method.getName()) {
      case "equals" -> given != null && proxy == given[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> original.toString();
    };
  }

  private static @Nullable Object invoke(
      DataSource target, Method method, @Nullable Object @Nullable [] given) throws Throwable {
    try {
      return method.invoke(target, given);
    } catch (InvocationTargetException failed) {
      throw failed.getTargetException();
    }
  }
}
