package io.heliograph.spring;

import io.heliograph.Heliograph;
import io.heliograph.HeliographBuilder;
import io.heliograph.HeliographCustomizer;
import io.heliograph.StartUpFindings;
import io.heliograph.pipeline.IdGenerator;
import io.heliograph.pipeline.ResourceDetector;
import io.heliograph.pipeline.Sampler;
import io.heliograph.pipeline.SpanProcessor;
import io.opentelemetry.api.OpenTelemetry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/**
 * Starts the engine, unless the application has an {@link OpenTelemetry} or a {@link Heliograph} of
 * its own.
 *
 * <p>Beans of the types {@link SpanProcessor}, {@link Sampler}, {@link IdGenerator}, {@link
 * ResourceDetector} and {@link HeliographCustomizer} become part of it. It is closed with the other
 * beans, which is after the web server has stopped.
 */
@AutoConfiguration(
    beforeName = {
      "org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration",
      "org.springframework.boot.actuate.autoconfigure.opentelemetry.OpenTelemetryAutoConfiguration"
    })
public final class HeliographAutoConfiguration {

  /**
   * The bean that is there where an engine is. Conditions ask for it by its name: for a bean of a
   * type, each would look through all definitions once more.
   */
  static final String REPORT = "heliographStartUpReport";

  private static final System.Logger LOGGER = System.getLogger("io.heliograph.spring");

  HeliographAutoConfiguration() {}

  @Bean
  @ConditionalOnMissingBean({OpenTelemetry.class, Heliograph.class})
  Heliograph heliograph(ConfigurableListableBeanFactory beans, Environment environment) {
    NestedJarClasses.define(NestedJarClasses.ENGINE);
    HeliographBuilder builder =
        Heliograph.builder()
            .settings(SpringSettings.of(beans, environment))
            .deferStartUpSummary()
            .beans(type -> beans.getBeanProvider(type).orderedStream().toList());
    OtherTracers.warn(beans, LOGGER);
    return builder.build();
  }

  /** No part of the application: post-processors have it before all other beans. */
  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static StartUpFindings heliographFindings() {
    return new StartUpFindings();
  }

  @Bean(REPORT)
  @ConditionalOnBean(Heliograph.class)
  StartUpReport heliographStartUpReport(
      ApplicationContext context,
      ConfigurableEnvironment environment,
      Heliograph heliograph,
      StartUpFindings findings) {
    return new StartUpReport(context, environment, heliograph, findings);
  }

  @Bean
  ResourceDetector heliographBuildInfo(ObjectProvider<BuildProperties> build) {
    BuildProperties unique = build.getIfUnique();
    return ResourceDetector.serviceVersion(unique == null ? null : unique.getVersion());
  }

  @Bean
  @ConditionalOnBean(name = REPORT)
  @ConditionalOnMissingBean(OpenTelemetry.class)
  OpenTelemetry openTelemetry(Heliograph heliograph) {
    return heliograph.openTelemetry();
  }

  /** Says so where the engine is not started; looked at before the beans above. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnBean(OpenTelemetry.class)
  @ConditionalOnMissingBean(Heliograph.class)
  static final class BackOff {

    BackOff() {
      LOGGER.log(
          System.Logger.Level.INFO,
          "Heliograph is not started, because the application has its own OpenTelemetry bean.");
    }
  }
}
