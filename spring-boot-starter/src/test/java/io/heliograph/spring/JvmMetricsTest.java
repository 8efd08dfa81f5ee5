package io.heliograph.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.instrumentation.JvmMetrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class JvmMetricsTest {

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner().withConfiguration(HeliographAutoConfigurationTest.ALL);

  @Test
  void areRegisteredAlsoWhereEverythingIsLazy() {
    runner
        .withInitializer(
            context ->
                context.addBeanFactoryPostProcessor(
                    new LazyInitializationBeanFactoryPostProcessor()))
        .run(
            context ->
                assertThat(context.getBeanFactory().getSingleton("heliographJvmMetrics"))
                    .isInstanceOf(JvmMetrics.class));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "heliograph.jvm.enabled=false",
        "heliograph.jvm.owner=micrometer",
        "heliograph.sdk.disabled=true"
      })
  void areSwitchedOff(String property) {
    runner
        .withPropertyValues(property)
        .run(context -> assertThat(context).doesNotHaveBean(JvmMetrics.class));
  }
}
