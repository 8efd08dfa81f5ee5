package io.heliograph.internal.selftelemetry;

import io.heliograph.export.DropReason;
import io.heliograph.internal.pipeline.Batcher;
import io.heliograph.internal.pipeline.Destination;
import io.heliograph.internal.pipeline.Ledger;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one signal's batchers and exporters show, each under its own component name. */
final class SignalInstruments {

  private final Meter meter;
  private final String unit;
  private final ObservableLongMeasurement inFlight;
  private final ObservableLongMeasurement exported;

  /** Null for metrics: between their reader and their exporter the conventions know no queue. */
  private final @Nullable Processor processor;

  private record Processor(
      String type,
      ObservableLongMeasurement processed,
      ObservableLongMeasurement queueSize,
      ObservableLongMeasurement queueCapacity) {}

  private SignalInstruments(Meter meter, String item, String unit, @Nullable String processor) {
    this.meter = meter;
    this.unit = unit;
    this.inFlight =
        upDownCounter(
            "otel.sdk.exporter." + item + ".inflight", "Given to the exporter, no answer");
    this.exported =
        counter("otel.sdk.exporter." + item + ".exported", "Answered by the exporter, or lost");
    this.processor = processor == null ? null : processor(processor, "otel.sdk.processor." + item);
  }

  static SignalInstruments spans(Meter meter) {
    return new SignalInstruments(meter, "span", "{span}", "batching_span_processor");
  }

  static SignalInstruments logRecords(Meter meter) {
    return new SignalInstruments(meter, "log", "{log_record}", "batching_log_processor");
  }

  static SignalInstruments dataPoints(Meter meter) {
    return new SignalInstruments(meter, "metric_data_point", "{data_point}", null);
  }

  private Processor processor(String type, String prefix) {
    return new Processor(
        type,
        counter(prefix + ".processed", "Given to the exporter, or dropped before"),
        upDownCounter(prefix + ".queue.size", "Waiting for the exporter"),
        upDownCounter(prefix + ".queue.capacity", "The most that may wait"));
  }

  private ObservableLongMeasurement counter(String name, String description) {
    return meter.counterBuilder(name).setUnit(unit).setDescription(description).buildObserver();
  }

  private ObservableLongMeasurement upDownCounter(String name, String description) {
    return meter
        .upDownCounterBuilder(name)
        .setUnit(unit)
        .setDescription(description)
        .buildObserver();
  }

  <T> void observe(Destination<T> destination) {
    Batcher<T> batcher = destination.batcher();
    String name = batcher.options().name();
    Attributes exporter = SelfAttributes.exporter(destination.target(), name);
    if (processor == null) {
      var ignored =
          meter.batchCallback(
              () -> recordExporter(batcher, batcher.ledger(), exporter), inFlight, exported);
    } else {
      Attributes queue = SelfAttributes.component(processor.type, name);
      var ignored =
          meter.batchCallback(
              () -> {
                Ledger.Snapshot ledger = batcher.ledger();
                recordExporter(batcher, ledger, exporter);
                recordProcessor(processor, batcher, ledger, queue);
              },
              inFlight,
              exported,
              processor.processed,
              processor.queueSize,
              processor.queueCapacity);
    }
  }

  private void recordExporter(Batcher<?> batcher, Ledger.Snapshot ledger, Attributes exporter) {
    inFlight.record(batcher.inFlight(), exporter);
    record(exported, ledger.delivered(), ledger.droppedInExport(), exporter);
  }

  private static void recordProcessor(
      Processor processor, Batcher<?> batcher, Ledger.Snapshot ledger, Attributes queue) {
    processor.queueSize.record(batcher.queued(), queue);
    processor.queueCapacity.record(batcher.options().maxQueueItems(), queue);
    record(processor.processed, ledger.handedOver(), ledger.droppedAtQueue(), queue);
  }

  private static void record(
      ObservableLongMeasurement counter,
      long succeeded,
      Map<DropReason, Long> failed,
      Attributes component) {
    counter.record(succeeded, component);
    failed.forEach(
        (reason, count) -> counter.record(count, SelfAttributes.failed(component, reason)));
  }
}
