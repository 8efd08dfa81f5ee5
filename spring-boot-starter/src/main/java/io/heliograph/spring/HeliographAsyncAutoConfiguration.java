package io.heliograph.spring;

import io.heliograph.StartUpFindings;
import io.heliograph.config.Part;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Lets the context follow work onto executors that are beans. */
@AutoConfiguration(after = HeliographAutoConfiguration.class)
@ConditionalOnPart(Part.ASYNC)
public final class HeliographAsyncAutoConfiguration {

  HeliographAsyncAutoConfiguration() {}

  @Bean
  static ExecutorPostProcessor heliographExecutors(
      ConfigurableListableBeanFactory beans, StartUpFindings findings) {
    return new ExecutorPostProcessor(beans, findings);
  }
}
