package io.heliograph.spring;

import io.heliograph.Heliograph;
import io.heliograph.HeliographBuilder;
import io.heliograph.pipeline.IdGenerator;
import io.heliograph.pipeline.ResourceDetector;
import io.heliograph.pipeline.Sampler;
import io.heliograph.pipeline.SpanProcessor;
import io.opentelemetry.api.OpenTelemetry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Starts the engine, unless the application has an {@link OpenTelemetry} of its own.
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

  private static final System.Logger LOGGER = System.getLogger("io.heliograph.spring");

  HeliographAutoConfiguration() {}

  /** The engine itself; an application can also declare its own {@link Heliograph}. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnMissingBean({OpenTelemetry.class, Heliograph.class})
  static final class Engine {

    @Bean
    Heliograph heliograph(
        ConfigurableListableBeanFactory beans,
        Environment environment,
        ObjectProvider<SpanProcessor> processors,
        ObjectProvider<Sampler> sampler,
        ObjectProvider<IdGenerator> idGenerator,
        ObjectProvider<ResourceDetector> detectors,
        ObjectProvider<HeliographCustomizer> customizers) {
      HeliographBuilder builder =
          Heliograph.builder().settings(SpringSettings.of(beans, environment));
      processors.orderedStream().forEach(builder::spanProcessor);
      sampler.ifUnique(builder::sampler);
      idGenerator.ifUnique(builder::idGenerator);
      detectors.orderedStream().forEach(builder::resourceDetector);
      customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
      OtherTracers.warn(beans, LOGGER);
      return builder.build();
    }
  }

  /** The API, for injection. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnBean(Heliograph.class)
  @ConditionalOnMissingBean(OpenTelemetry.class)
  static final class Api {

    @Bean
    OpenTelemetry openTelemetry(Heliograph heliograph) {
      return heliograph.openTelemetry();
    }
  }

  /** Stands for the engine where it has nothing to do. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnMissingBean(Heliograph.class)
  static final class BackOff {

    BackOff() {
      LOGGER.log(
          System.Logger.Level.INFO,
          "Heliograph is not started, because the application has its own OpenTelemetry bean.");
    }
  }
}
