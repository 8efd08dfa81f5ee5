package io.heliograph.micronaut;

import io.heliograph.ApplicationEngine;
import io.heliograph.Heliograph;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;

/** Lets the engine write its summary once all beans are there. */
@Singleton
final class StartUpReport {

  private final ApplicationEngine engine;

  StartUpReport(ApplicationEngine engine, Heliograph started) {
    this.engine = engine;
  }

  @EventListener
  void onStart(StartupEvent started) {
    engine.report();
  }
}
