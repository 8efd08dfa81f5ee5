package io.heliograph.spring;

import io.heliograph.Heliograph;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Shows an engine's diagnostics where Actuator is there, also those of an engine that is off. */
@AutoConfiguration(after = HeliographAutoConfiguration.class)
@ConditionalOnClass(Endpoint.class)
@ConditionalOnBean(name = HeliographAutoConfiguration.REPORT)
public final class HeliographEndpointAutoConfiguration {

  HeliographEndpointAutoConfiguration() {}

  @Bean
  @ConditionalOnMissingBean
  DiagnosticsEndpoint heliographEndpoint(Heliograph heliograph) {
    return new DiagnosticsEndpoint(heliograph);
  }
}
