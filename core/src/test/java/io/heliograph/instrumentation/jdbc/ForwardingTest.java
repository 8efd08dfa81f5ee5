package io.heliograph.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.instrumentation.DbClientInstrumentation;
import io.heliograph.instrumentation.DbClientOptions;
import io.heliograph.instrumentation.DbTarget;
import io.opentelemetry.api.OpenTelemetry;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.Wrapper;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Each method of the JDBC interfaces, default ones too, reaches the driver with its arguments. */
class ForwardingTest {

  private final List<String> calls = new ArrayList<>();

  @Test
  void connectionsPassEveryCallOn() throws Exception {
    passesEveryCallOn(Connection.class, connection(recorder(Connection.class)));
  }

  @Test
  void statementsPassEveryCallOn() throws Exception {
    passesEveryCallOn(
        CallableStatement.class,
        new TracedCallableStatement(
            recorder(CallableStatement.class),
            connection(recorder(Connection.class)),
            "{call p()}"));
  }

  @Test
  void dataSourcesPassEveryCallOn() throws Exception {
    passesEveryCallOn(
        DataSource.class,
        TracedDataSource.wrap(
            recorder(DataSource.class), OpenTelemetry.noop(), DbClientOptions.defaults()));
  }

  private <T> void passesEveryCallOn(Class<T> type, T traced) throws Exception {
    int passed = 0;
    for (Method method : type.getMethods()) {
      boolean own =
          Modifier.isStatic(method.getModifiers())
              || method.getDeclaringClass() == Wrapper.class
              || (method.getName().equals("getConnection") && type == CallableStatement.class);
      if (!own) {
        calls.clear();
        method.invoke(traced, arguments(method));
        assertThat(calls).contains(method.toString());
        passed++;
      }
    }
    assertThat(passed).isGreaterThan(5);
  }

  private static Object[] arguments(Method method) {
    Object[] arguments = new Object[method.getParameterCount()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = value(method.getParameterTypes()[i]);
    }
    return arguments;
  }

  private static Object value(Class<?> type) {
    if (type == String.class) {
      return "SELECT 1";
    }
    if (!type.isPrimitive() || type == void.class) {
      return null;
    }
    return java.lang.reflect.Array.get(java.lang.reflect.Array.newInstance(type, 1), 0);
  }

  private <T> T recorder(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              calls.add(method.toString());
              return value(method.getReturnType());
            }));
  }

  private static TracedConnection connection(Connection delegate) {
    return new TracedConnection(
        delegate,
        new TracedDatabase(
            new DbClientInstrumentation(OpenTelemetry.noop(), DbClientOptions.defaults(), "test"),
            DbTarget.ofJdbcUrl(null)));
  }
}
