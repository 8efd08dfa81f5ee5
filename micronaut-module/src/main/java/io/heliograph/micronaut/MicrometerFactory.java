package io.heliograph.micronaut;

import io.heliograph.ApplicationEngine;
import io.heliograph.Heliograph;
import io.heliograph.config.Part;
import io.heliograph.micrometer.HeliographMeterRegistry;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.exceptions.DisabledBeanException;
import jakarta.inject.Singleton;

/** One more registry of meters, which micronaut-micrometer treats as any other. */
@Factory
@Requires(classes = MeterRegistry.class)
final class MicrometerFactory {

  @Singleton
  @Bean(preDestroy = "close")
  HeliographMeterRegistry registry(Heliograph started, ApplicationEngine engine) {
    if (!engine.records(Part.MICROMETER_METERS)) {
      throw new DisabledBeanException("Micrometer's meters are not exported");
    }
    engine.findings().found(Part.MICROMETER_METERS, "a registry");
    return new HeliographMeterRegistry(started.openTelemetry(), started.settings(), Clock.SYSTEM);
  }
}
