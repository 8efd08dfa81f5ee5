package io.heliograph.spring;

import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Keeps Micrometer's meters of Hikari pools, in the application's other registries, alive.
 *
 * <p>Boot puts them in when all beans are there, and leaves out pools that are measured already, as
 * all are by us. Where Boot would have done it, it is done here, at the same moment.
 */
final class HikariMeters implements SmartInitializingSingleton {

  /** The same in Boot 3 and 4. */
  private static final String BOOTS_BINDER = "hikariDataSourceMeterBinder";

  private final BeanFactory beans;
  private final HikariPostProcessor pools;
  private final ObjectProvider<MeterRegistry> registry;

  HikariMeters(
      BeanFactory beans, HikariPostProcessor pools, ObjectProvider<MeterRegistry> registry) {
    this.beans = beans;
    this.pools = pools;
    this.registry = registry;
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (beans.containsBean(BOOTS_BINDER)) {
      registry.ifUnique(unique -> pools.alsoTell(new MicrometerMetricsTrackerFactory(unique)));
    }
  }
}
