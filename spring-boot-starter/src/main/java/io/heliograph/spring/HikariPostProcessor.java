package io.heliograph.spring;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import io.heliograph.Heliograph;
import io.heliograph.StartUpFindings;
import io.heliograph.config.Part;
import io.heliograph.instrumentation.ConnectionPoolInstrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.util.function.SingletonSupplier;

/** Makes Hikari pools that are beans be measured; before they may be replaced by a proxy. */
final class HikariPostProcessor implements BeanPostProcessor {

  private static final String SCOPE = "io.heliograph.hikaricp";

  private final Supplier<ConnectionPoolInstrumentation> instrumentation;
  private final StartUpFindings findings;
  private final List<HikariMetrics> pools = new ArrayList<>();
  private @Nullable MetricsTrackerFactory later;

  HikariPostProcessor(ObjectProvider<Heliograph> heliograph, StartUpFindings findings) {
    this.findings = findings;
    this.instrumentation =
        SingletonSupplier.of(
            () -> new ConnectionPoolInstrumentation(heliograph.getObject().openTelemetry(), SCOPE));
  }

  @Override
  public Object postProcessBeforeInitialization(Object bean, String beanName) {
    if (bean instanceof HikariDataSource pool) {
      measure(pool, beanName);
    }
    return bean;
  }

  private void measure(HikariDataSource pool, String beanName) {
    HikariMetrics metrics = HikariMetrics.into(pool, instrumentation);
    if (metrics == null) {
      findings.leftAlone("connection pool " + beanName, "its one place for metrics is taken");
    } else {
      findings.found(Part.CONNECTION_POOL, beanName);
      keep(metrics);
    }
  }

  private synchronized void keep(HikariMetrics pool) {
    pools.add(pool);
    if (later != null) {
      pool.alsoTell(later);
    }
  }

  /** Also measures by this one, whether the pools are open or not, or are yet to come. */
  synchronized void alsoTell(MetricsTrackerFactory factory) {
    later = factory;
    pools.forEach(pool -> pool.alsoTell(factory));
  }
}
