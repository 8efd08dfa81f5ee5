package io.heliograph.spring;

import io.heliograph.Heliograph;
import io.heliograph.StartUpFindings;
import io.heliograph.config.Part;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

/** Records the statements of data sources that are beans. */
@AutoConfiguration(after = HeliographAutoConfiguration.class)
@ConditionalOnClass(AbstractRoutingDataSource.class)
@ConditionalOnPart(Part.JDBC)
public final class HeliographJdbcAutoConfiguration {

  HeliographJdbcAutoConfiguration() {}

  @Bean
  static DataSourcePostProcessor heliographDataSources(
      ObjectProvider<Heliograph> heliograph, StartUpFindings findings) {
    return new DataSourcePostProcessor(heliograph, findings);
  }
}
