package io.heliograph.spring;

import io.heliograph.Heliograph;
import io.heliograph.StartUpFindings;
import io.heliograph.config.Part;
import io.heliograph.instrumentation.DbClientOptions;
import io.heliograph.instrumentation.jdbc.TracedDataSource;
import java.lang.reflect.Modifier;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.aop.target.EmptyTargetSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;
import org.springframework.util.ClassUtils;
import org.springframework.util.function.SingletonSupplier;

/**
 * Makes data sources record, in objects that are still of the pool's own class.
 *
 * <p>A data source that routes to others is left alone: those are beans, or are wrapped by hand.
 */
final class DataSourcePostProcessor implements BeanPostProcessor {

  private static final boolean HIKARI =
      ClassUtils.isPresent(
          "com.zaxxer.hikari.HikariDataSource", DataSourcePostProcessor.class.getClassLoader());

  private final ObjectProvider<Heliograph> heliograph;
  private final StartUpFindings findings;

  DataSourcePostProcessor(ObjectProvider<Heliograph> heliograph, StartUpFindings findings) {
    this.heliograph = heliograph;
    this.findings = findings;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String beanName) {
    if (!(bean instanceof DataSource source)) {
      return bean;
    }
    if (source instanceof AbstractRoutingDataSource) {
      findings.leftAlone(
          "data source " + beanName, "it routes to others, which are recorded if they are beans");
      return source;
    }
    findings.found(Part.JDBC, beanName);
    return source instanceof TracedDataSource ? source : traced(source);
  }

  private DataSource traced(DataSource original) {
    if (HIKARI && HikariRecording.into(original, this::wrap)) {
      return original;
    }
    Supplier<DataSource> recording = SingletonSupplier.of(() -> wrap(original));
    Class<?> type = original.getClass();
    if (Modifier.isFinal(type.getModifiers()) || AopUtils.isJdkDynamicProxy(original)) {
      return recording.get();
    }
    ProxyFactory factory = new ProxyFactory();
    factory.setTargetSource(EmptyTargetSource.forClass(type)); // so that unwrap can return it
    factory.setProxyTargetClass(true);
    factory.addAdvice(new DataSourceInterceptor(original, recording));
    return (DataSource) factory.getProxy(type.getClassLoader());
  }

  private DataSource wrap(DataSource original) {
    Heliograph engine = heliograph.getObject();
    return TracedDataSource.wrap(
        original, engine.openTelemetry(), DbClientOptions.from(engine.settings()));
  }
}
