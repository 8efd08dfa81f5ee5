package io.heliograph.spring;

import com.zaxxer.hikari.HikariDataSource;
import io.heliograph.Heliograph;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Measures the connection pools of data sources that are beans. */
@AutoConfiguration(after = HeliographAutoConfiguration.class)
@ConditionalOnClass(HikariDataSource.class)
@ConditionalOnPart(Part.CONNECTION_POOL)
public final class HeliographConnectionPoolAutoConfiguration {

  HeliographConnectionPoolAutoConfiguration() {}

  @Bean
  static HikariPostProcessor heliographConnectionPools(ObjectProvider<Heliograph> heliograph) {
    return new HikariPostProcessor(heliograph);
  }
}
