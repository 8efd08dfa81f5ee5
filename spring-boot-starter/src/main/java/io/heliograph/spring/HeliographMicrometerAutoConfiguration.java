package io.heliograph.spring;

import io.heliograph.Heliograph;
import io.heliograph.StartUpFindings;
import io.heliograph.config.OwnedKind;
import io.heliograph.config.Part;
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
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

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

  HeliographMicrometerAutoConfiguration(Heliograph heliograph, StartUpFindings findings) {
    findings.owners(OwnedKind.owners(heliograph.settings()));
  }

  /** Meters: one more registry, which Boot treats as any other. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(MeterRegistry.class)
  @ConditionalOnPart(Part.MICROMETER_METERS)
  @Conditional(OnCompositeRegistry.class)
  @Order(1)
  static final class Meters {

    @Bean
    HeliographMeterRegistry heliographMeterRegistry(
        Heliograph heliograph, ObjectProvider<Clock> clock, StartUpFindings findings) {
      findings.found(Part.MICROMETER_METERS, "a registry");
      return new HeliographMeterRegistry(
          heliograph.openTelemetry(),
          heliograph.settings(),
          clock.getIfAvailable(() -> Clock.SYSTEM));
    }
  }

  /** Looked at after the registry above. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(MeterRegistry.class)
  @ConditionalOnPart(Part.MICROMETER_METERS)
  @ConditionalOnMissingBean(HeliographMeterRegistry.class)
  @Order(2)
  static final class OtherRegistry {

    OtherRegistry(StartUpFindings findings) {
      findings.leftAlone(
          Part.MICROMETER_METERS.toString(),
          "the application has a registry, and without Boot's metrics there can be no other");
    }
  }

  /** Observations: a handler in every registry of them that is a bean. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(ObservationRegistry.class)
  @ConditionalOnPart(Part.MICROMETER_OBSERVATIONS)
  static final class Observations {

    @Bean
    static ObservationPostProcessor heliographObservations(
        ListableBeanFactory beans,
        ObjectProvider<Heliograph> heliograph,
        StartUpFindings findings) {
      return new ObservationPostProcessor(
          beans,
          () -> {
            Heliograph engine = heliograph.getObject();
            return new HeliographObservationHandler(engine.openTelemetry(), engine.settings());
          },
          findings);
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
