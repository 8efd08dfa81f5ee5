package io.heliograph.micronaut;

import io.heliograph.ApplicationEngine;
import io.heliograph.Heliograph;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Lets the engine write its summary once all beans are there. */
@Singleton
final class StartUpReport {

  private final ApplicationEngine engine;

  /** Filters tell what they record, and would otherwise be made after this. */
  StartUpReport(
      ApplicationEngine engine,
      Heliograph started,
      @Nullable HttpServerTracing server,
      @Nullable HttpClientTracing clients) {
    this.engine = engine;
  }

  @EventListener
  void onStart(StartupEvent started) {
    engine.report();
  }
}
