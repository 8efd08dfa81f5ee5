package io.heliograph.spring;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.AopUtils;
import org.springframework.util.ReflectionUtils;

/**
 * What a data source can do is asked of the recording one, all else of the original.
 *
 * <p>Once the original has opened its pool, the proxy's fields become the original's: Boot reads
 * what it shows of a Hikari pool from a field.
 */
final class DataSourceInterceptor implements MethodInterceptor {

  private final DataSource original;
  private final Supplier<DataSource> recording;
  private final AtomicBoolean opened = new AtomicBoolean();

  DataSourceInterceptor(DataSource original, Supplier<DataSource> recording) {
    this.original = original;
    this.recording = recording;
  }

  @Override
  public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
    return switch (invocation.getMethod().getName()) {
      case "getConnection" -> connection((ProxyMethodInvocation) invocation);
      case "createConnectionBuilder" -> recording.get().createConnectionBuilder();
      case "unwrap" -> recording.get().unwrap(type(invocation));
      case "isWrapperFor" -> recording.get().isWrapperFor(type(invocation));
      default ->
          AopUtils.invokeJoinpointUsingReflection(
              original, invocation.getMethod(), invocation.getArguments());
    };
  }

  private Connection connection(ProxyMethodInvocation invocation) throws SQLException {
    @Nullable Object[] arguments = invocation.getArguments();
    Connection connection =
        arguments.length == 0
            ? recording.get().getConnection()
            : recording.get().getConnection((String) arguments[0], (String) arguments[1]);
    if (opened.compareAndSet(false, true)) {
      ReflectionUtils.shallowCopyFieldState(original, invocation.getProxy());
    }
    return connection;
  }

  private static Class<?> type(MethodInvocation invocation) {
    return (Class<?>) Objects.requireNonNull(invocation.getArguments()[0]);
  }
}
