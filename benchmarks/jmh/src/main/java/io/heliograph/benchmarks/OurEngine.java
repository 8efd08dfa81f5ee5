package io.heliograph.benchmarks;

import io.heliograph.Heliograph;
import io.heliograph.HeliographBuilder;
import io.heliograph.config.PropertySource;
import io.heliograph.config.Settings;
import io.heliograph.config.Signal;
import io.heliograph.export.Exporter;
import io.heliograph.export.ReadableSpan;
import io.heliograph.internal.otlp.OtlpEncoder;
import io.heliograph.pipeline.InstrumentSelector;
import io.heliograph.pipeline.Samplers;
import io.heliograph.pipeline.View;
import io.opentelemetry.api.OpenTelemetry;
import java.util.List;
import java.util.Map;

/** Heliograph as it is shipped: default limits, real batchers, all its own metrics. */
record OurEngine(Heliograph heliograph) implements Engine {

  /**
   * All defaults but one: batches are as large as the official SDK's, so that as many go as {@link
   * WorkBenchmark#RECORDS} expects. With ours a batch would never fill, and each measurement would
   * begin after a second's sleep.
   */
  private static final Settings SETTINGS =
      Settings.load(
          PropertySource.of(
              Map.of(
                  "heliograph.log.level", "warn", // a start says nothing
                  "heliograph.bsp.max.export.batch.size", "512",
                  "heliograph.blrp.max.export.batch.size", "512"),
              "benchmark"),
          Map.of());

  static final int MAX_REQUEST = 64 * 1024 * 1024;

  static OurEngine sampling(Outlet outlet) {
    return new OurEngine(builder(outlet).build());
  }

  static OurEngine samplingNothing(Outlet outlet) {
    return new OurEngine(
        builder(outlet).sampler(Samplers.parentBased(Samplers.alwaysOff())).build());
  }

  /** Sends each span to all of them. */
  static OurEngine sampling(List<Outlet> outlets) {
    HeliographBuilder builder = builder(outlets.get(0));
    for (int i = 1; i < outlets.size(); i++) {
      builder.exporter("outlet" + i, spans(outlets.get(i)));
    }
    return new OurEngine(builder.build());
  }

  /** Keeps the growing instrument's series apart, however many. */
  static OurEngine ofManySeries(Outlet outlet) {
    View view =
        View.of(InstrumentSelector.named(Curve.INSTRUMENT))
            .withCardinalityLimit(Curve.CARDINALITY_LIMIT);
    return new OurEngine(builder(outlet).view(view).build());
  }

  private static HeliographBuilder builder(Outlet outlet) {
    return Heliograph.builder()
        .settings(SETTINGS)
        .exporter("outlet", spans(outlet))
        .logExporter(
            "outlet", new OurExporter<>(Signal.LOGS, outlet, OtlpEncoder.logRecords(MAX_REQUEST)))
        .metricExporter(
            "outlet", new OurExporter<>(Signal.METRICS, outlet, OtlpEncoder.metrics(MAX_REQUEST)));
  }

  private static Exporter<ReadableSpan> spans(Outlet outlet) {
    return new OurExporter<>(Signal.TRACES, outlet, OtlpEncoder.spans(MAX_REQUEST));
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
