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

  private static final Map<String, String> SILENT = Map.of("heliograph.log.level", "warn");

  private static final Settings DEFAULTS =
      Settings.load(PropertySource.of(SILENT, "benchmark"), Map.of());

  /** As the official SDK's are: the row of a batch names its size, and curves have few spans. */
  private static final Settings SMALL_BATCHES =
      Settings.load(
          PropertySource.of(
              Map.of(
                  "heliograph.log.level",
                  "warn",
                  "heliograph.bsp.max.export.batch.size",
                  "" + Batches.SIZE),
              "benchmark"),
          Map.of());

  static final int MAX_REQUEST = 64 * 1024 * 1024;

  static OurEngine sampling(Outlet outlet) {
    Settings settings = outlet.encodes() ? SMALL_BATCHES : DEFAULTS;
    return new OurEngine(builder(outlet, settings).build());
  }

  static OurEngine samplingNothing(Outlet outlet) {
    return new OurEngine(
        builder(outlet, DEFAULTS).sampler(Samplers.parentBased(Samplers.alwaysOff())).build());
  }

  /** Sends each span to all of them. */
  static OurEngine sampling(List<Outlet> outlets) {
    HeliographBuilder builder = builder(outlets.get(0), SMALL_BATCHES);
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
    return new OurEngine(builder(outlet, DEFAULTS).view(view).build());
  }

  private static HeliographBuilder builder(Outlet outlet, Settings settings) {
    return Heliograph.builder()
        .settings(settings)
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
