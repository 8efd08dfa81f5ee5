package io.heliograph.spring;

import io.heliograph.Heliograph;
import io.heliograph.instrumentation.DbClientOptions;
import io.heliograph.instrumentation.jdbc.TracedDataSource;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;
import org.springframework.util.function.SingletonSupplier;

/**
 * Makes data sources record, in objects that are still of the pool's own class.
 *
 * <p>A data source that routes to others is left alone: those are beans, or are wrapped by hand.
 */
final class DataSourcePostProcessor implements BeanPostProcessor {

  private final ObjectProvider<Heliograph> heliograph;

  DataSourcePostProcessor(ObjectProvider<Heliograph> heliograph) {
    this.heliograph = heliograph;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String beanName) {
    boolean wanted =
        bean instanceof DataSource
            && !(bean instanceof AbstractRoutingDataSource)
            && !(bean instanceof TracedDataSource);
    return wanted ? traced((DataSource) bean) : bean;
  }

  private DataSource traced(DataSource original) {
    Supplier<DataSource> recording = SingletonSupplier.of(() -> wrap(original));
    Class<?> type = original.getClass();
    if (Modifier.isFinal(type.getModifiers()) || AopUtils.isJdkDynamicProxy(original)) {
      return recording.get();
    }
    ProxyFactory factory = new ProxyFactory();
    factory.setTarget(original);
    factory.setProxyTargetClass(true);
    factory.addAdvice(interceptor(recording));
    return (DataSource) factory.getProxy(type.getClassLoader());
  }

  private DataSource wrap(DataSource original) {
    Heliograph engine = heliograph.getObject();
    return TracedDataSource.wrap(
        original, engine.openTelemetry(), DbClientOptions.from(engine.settings()));
  }

  /** What a data source can do is asked of the recording one, all else of the original. */
  private static MethodInterceptor interceptor(Supplier<DataSource> recording) {
    return invocation ->
        switch (invocation.getMethod().getName()) {
          case "getConnection" -> connection(recording.get(), invocation.getArguments());
          case "createConnectionBuilder" -> recording.get().createConnectionBuilder();
          case "unwrap" -> recording.get().unwrap(type(invocation));
          case "isWrapperFor" -> recording.get().isWrapperFor(type(invocation));
          default -> invocation.proceed();
        };
  }

  private static Connection connection(DataSource recording, @Nullable Object[] arguments)
      throws SQLException {
    return arguments.length == 0
        ? recording.getConnection()
        : recording.getConnection((String) arguments[0], (String) arguments[1]);
  }

  private static Class<?> type(MethodInvocation invocation) {
    return (Class<?>) Objects.requireNonNull(invocation.getArguments()[0]);
  }
}
