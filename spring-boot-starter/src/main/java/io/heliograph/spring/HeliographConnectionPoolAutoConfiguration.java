package io.heliograph.spring;

import com.zaxxer.hikari.HikariDataSource;
import io.heliograph.Heliograph;
import io.heliograph.StartUpFindings;
import io.heliograph.config.Part;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Measures the connection pools of data sources that are beans. */
@AutoConfiguration(after = HeliographAutoConfiguration.class)
@ConditionalOnClass(HikariDataSource.class)
@ConditionalOnPart(Part.CONNECTION_POOL)
public final class HeliographConnectionPoolAutoConfiguration {

  HeliographConnectionPoolAutoConfiguration() {}

  @Bean
  static HikariPostProcessor heliographConnectionPools(
      ObjectProvider<Heliograph> heliograph, StartUpFindings findings) {
    return new HikariPostProcessor(heliograph, findings);
  }

  /** What Micrometer measures of the same pools. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(MeterRegistry.class)
  static final class Meters {

    @Bean
    static HikariMeters heliographConnectionPoolMeters(
        BeanFactory beans, HikariPostProcessor pools, ObjectProvider<MeterRegistry> registry) {
      return new HikariMeters(beans, pools, registry);
    }
  }
}
