package io.heliograph.micronaut;

import io.heliograph.ApplicationEngine;
import io.heliograph.Heliograph;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Secondary;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.inject.Singleton;

/**
 * Starts the engine with the application.
 *
 * <p>Beans of the types that {@link io.heliograph.HeliographBuilder#beanTypes} lists become part of
 * it.
 */
@Factory
final class EngineFactory {

  /** What all parts ask, those too that are made before the engine has started. */
  @Singleton
  ApplicationEngine engine() {
    return new ApplicationEngine();
  }

  @Context
  @Order(Ordered.HIGHEST_PRECEDENCE)
  @Bean(preDestroy = "close")
  Heliograph heliograph(ApplicationContext context, ApplicationEngine engine) {
    OtherTelemetry.refuse(context.getClassLoader());
    Heliograph heliograph =
        Heliograph.builder()
            .settings(MicronautSettings.load(context))
            .beans(context::getBeansOfType)
            .deferStartUpSummary()
            .build();
    engine.started(heliograph);
    return heliograph;
  }

  @Singleton
  @Secondary
  OpenTelemetry openTelemetry(Heliograph heliograph) {
    return heliograph.openTelemetry();
  }
}
