package io.heliograph.spring;

import com.zaxxer.hikari.HikariDataSource;
import io.heliograph.Heliograph;
import io.heliograph.instrumentation.ConnectionPoolInstrumentation;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.util.function.SingletonSupplier;

/** Makes Hikari pools that are beans be measured; before they may be replaced by a proxy. */
final class HikariPostProcessor implements BeanPostProcessor {

  private static final String SCOPE = "io.heliograph.hikaricp";

  private final Supplier<ConnectionPoolInstrumentation> instrumentation;

  HikariPostProcessor(ObjectProvider<Heliograph> heliograph) {
    this.instrumentation =
        SingletonSupplier.of(
            () -> new ConnectionPoolInstrumentation(heliograph.getObject().openTelemetry(), SCOPE));
  }

  @Override
  public Object postProcessBeforeInitialization(Object bean, String beanName) {
    if (bean instanceof HikariDataSource pool) {
      HikariMetrics.into(pool, instrumentation);
    }
    return bean;
  }
}
