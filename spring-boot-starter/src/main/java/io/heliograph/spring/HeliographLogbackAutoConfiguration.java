package io.heliograph.spring;

import io.heliograph.StartUpFindings;
import io.heliograph.logback.LogbackInstaller;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Exports the application's log lines, and puts trace ids into their MDC, with Logback. */
@AutoConfiguration(after = HeliographAutoConfiguration.class)
@ConditionalOnClass(name = LogbackLookup.LOGBACK)
@ConditionalOnPart
public final class HeliographLogbackAutoConfiguration {

  HeliographLogbackAutoConfiguration() {}

  @Bean
  @ConditionalOnBean(name = LogbackListener.BEAN_NAME)
  static LogbackConnector heliographLogback(LogbackInstaller installer, StartUpFindings findings) {
    return new LogbackConnector(installer, findings);
  }
}
