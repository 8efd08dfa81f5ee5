package io.heliograph.spring;

import io.heliograph.Heliograph;
import io.heliograph.config.OwnedKind;
import io.heliograph.micrometer.HeliographMeterRegistry;
import io.heliograph.micrometer.HeliographObservationHandler;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Exports Micrometer's meters, and makes spans of its observations. */
@AutoConfiguration(
    after = HeliographAutoConfiguration.class,
    afterName = {
      "org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration",
      "org.springframework.boot.actuate.autoconfigure.metrics.MetricsAutoConfiguration"
    },
    beforeName = {
      OnCompositeRegistry.BOOT_4,
      OnCompositeRegistry.BOOT_3,
      "org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration",
      "org.springframework.boot.actuate.autoconfigure.metrics.export.simple.SimpleMetricsExportAutoConfiguration"
    })
@ConditionalOnClass(ObservationRegistry.class)
@ConditionalOnPart({Part.MICROMETER_METERS, Part.MICROMETER_OBSERVATIONS})
public final class HeliographMicrometerAutoConfiguration {

  private static final System.Logger LOGGER = System.getLogger("io.heliograph.spring");

  HeliographMicrometerAutoConfiguration(ObjectProvider<Heliograph> heliograph) {
    LOGGER.log(
        System.Logger.Level.INFO,
        () -> "Recorded by: " + OwnedKind.describe(heliograph.getObject().settings()));
  }

  /** Meters: one more registry, which Boot treats as any other. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(MeterRegistry.class)
  @ConditionalOnPart(Part.MICROMETER_METERS)
  @Conditional(OnCompositeRegistry.class)
  static final class Meters {

    @Bean
    HeliographMeterRegistry heliographMeterRegistry(
        Heliograph heliograph, ObjectProvider<Clock> clock) {
      return new HeliographMeterRegistry(
          heliograph.openTelemetry(),
          heliograph.settings(),
          clock.getIfAvailable(() -> Clock.SYSTEM));
    }
  }

  /** Observations: a handler in every registry of them that is a bean. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(ObservationRegistry.class)
  @ConditionalOnPart(Part.MICROMETER_OBSERVATIONS)
  static final class Observations {

    @Bean
    static ObservationPostProcessor heliographObservations(
        ListableBeanFactory beans, ObjectProvider<Heliograph> heliograph) {
      return new ObservationPostProcessor(
          beans,
          () -> {
            Heliograph engine = heliograph.getObject();
            return new HeliographObservationHandler(engine.openTelemetry(), engine.settings());
          });
    }
  }

  /** The meters of observations, recorded inside the observation's span. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(DefaultMeterObservationHandler.class)
  @ConditionalOnPart(Part.MICROMETER_OBSERVATIONS)
  static final class ObservationMeters {

    @Bean
    static ObservationMeterPostProcessor heliographObservationMeters() {
      return new ObservationMeterPostProcessor();
    }
  }
}
