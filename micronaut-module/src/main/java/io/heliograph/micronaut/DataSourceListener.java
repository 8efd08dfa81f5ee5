package io.heliograph.micronaut;

import io.heliograph.ApplicationEngine;
import io.heliograph.config.Part;
import io.heliograph.instrumentation.jdbc.TracedDataSource;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.reflect.ClassUtils;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Makes every data source record that is a bean, from when the engine has started. */
@Singleton
final class DataSourceListener implements BeanCreatedEventListener<DataSource> {

  private static final boolean HIKARI =
      ClassUtils.isPresent(
          "com.zaxxer.hikari.HikariDataSource", DataSourceListener.class.getClassLoader());

  private final ApplicationEngine engine;

  DataSourceListener(ApplicationEngine engine) {
    this.engine = engine;
  }

  @Override
  public DataSource onCreated(BeanCreatedEvent<DataSource> event) {
    DataSource original = event.getBean();
    String name = event.getBeanIdentifier().getName();
    if (HIKARI) {
      HikariPool.measure(original, name, engine);
    }
    if (event.getBeanDefinition().getBeanType() != DataSource.class) {
      engine
          .findings()
          .leftAlone("data source " + name, "it is declared as a class and not as a DataSource");
      return original;
    }
    engine.findings().found(Part.JDBC, name);
    Supplier<DataSource> recorded =
        engine.lazily(started -> TracedDataSource.wrap(original, started));
    return TracedDataSource.proxy(
        DataSource.class, original, () -> engine.records(Part.JDBC) ? recorded.get() : null);
  }
}
