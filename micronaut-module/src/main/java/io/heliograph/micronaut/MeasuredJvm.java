package io.heliograph.micronaut;

import io.heliograph.ApplicationEngine;
import io.heliograph.Heliograph;
import io.heliograph.config.Part;
import io.heliograph.instrumentation.JvmMetrics;
import io.micronaut.context.annotation.Context;
import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;

/** What is measured whether there are requests or not. */
@Context
final class MeasuredJvm {

  private final @Nullable JvmMetrics metrics;

  MeasuredJvm(Heliograph started, ApplicationEngine engine) {
    boolean on = engine.records(Part.JVM);
    this.metrics = on ? JvmMetrics.register(started.openTelemetry(), started.settings()) : null;
    if (on) {
      engine.findings().found(Part.JVM, "metrics");
    }
  }

  @PreDestroy
  void stop() {
    if (metrics != null) {
      metrics.close();
    }
  }
}
