package io.heliograph.benchmarks;

import io.heliograph.Heliograph;
import io.heliograph.HeliographBuilder;
import io.heliograph.config.PropertySource;
import io.heliograph.config.Settings;
import io.heliograph.config.Signal;
import io.heliograph.internal.otlp.OtlpEncoder;
import io.heliograph.pipeline.Samplers;
import io.opentelemetry.api.OpenTelemetry;
import java.util.Map;

/** Heliograph as it is shipped: default limits, real batchers, all its own metrics. */
record OurEngine(Heliograph heliograph) implements Engine {

  /** All defaults; a start says nothing. */
  private static final Settings SETTINGS =
      Settings.load(
          PropertySource.of(Map.of("heliograph.log.level", "warn"), "benchmark"), Map.of());

  static final int MAX_REQUEST = 64 * 1024 * 1024;

  static OurEngine sampling(Outlet outlet) {
    return new OurEngine(builder(outlet).build());
  }

  static OurEngine samplingNothing(Outlet outlet) {
    return new OurEngine(
        builder(outlet).sampler(Samplers.parentBased(Samplers.alwaysOff())).build());
  }

  private static HeliographBuilder builder(Outlet outlet) {
    return Heliograph.builder()
        .settings(SETTINGS)
        .exporter(
            "outlet", new OurExporter<>(Signal.TRACES, outlet, OtlpEncoder.spans(MAX_REQUEST)))
        .logExporter(
            "outlet", new OurExporter<>(Signal.LOGS, outlet, OtlpEncoder.logRecords(MAX_REQUEST)))
        .metricExporter(
            "outlet", new OurExporter<>(Signal.METRICS, outlet, OtlpEncoder.metrics(MAX_REQUEST)));
  }

  @Override
  public OpenTelemetry api() {
    return heliograph.openTelemetry();
  }

  @Override
  public void flush() {
    if (!heliograph.flush()) {
      throw new IllegalStateException("not everything was delivered");
    }
  }

  @Override
  public void close() {
    heliograph.close();
  }
}
