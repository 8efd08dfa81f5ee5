package io.heliograph.spring;

import io.heliograph.Heliograph;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/** Serves metrics to scrapes where Actuator is there and the exporter is switched on. */
@AutoConfiguration(after = HeliographAutoConfiguration.class)
@ConditionalOnClass(WebEndpoint.class)
@ConditionalOnPart
@Conditional(OnScrapeCondition.class)
public final class HeliographScrapeAutoConfiguration {

  HeliographScrapeAutoConfiguration() {}

  @Bean
  @ConditionalOnMissingBean
  ScrapeEndpoint heliographScrapeEndpoint(Heliograph heliograph) {
    return new ScrapeEndpoint(heliograph);
  }
}
