package io.heliograph.internal.selftelemetry;

import io.heliograph.export.DropReason;
import io.heliograph.export.ExportResult;
import io.heliograph.internal.diagnostics.DeliveryHistory;
import io.heliograph.internal.pipeline.Destination;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.Meter;
import java.util.List;
import java.util.Map.Entry;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/** How long collections and exports take, in seconds: one bucket, as the conventions want it. */
public final class Durations {

  private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

  private final DoubleHistogram collections;
  private final DoubleHistogram exports;

  Durations(Meter meter) {
    this.collections =
        histogram(
            meter,
            "otel.sdk.metric_reader.collection.duration",
            "Collecting from all instruments.");
    this.exports =
        histogram(
            meter, "otel.sdk.exporter.operation.duration", "Exporting a batch, retries included.");
  }

  private static DoubleHistogram histogram(Meter meter, String name, String description) {
    return meter
        .histogramBuilder(name)
        .setUnit("s")
        .setDescription(description)
        .setExplicitBucketBoundariesAdvice(List.of())
        .build();
  }

  /** Takes the nanoseconds of each collection of a periodic reader. */
  public LongConsumer collections(String reader) {
    Attributes component = SelfAttributes.component("periodic_metric_reader", reader);
    return nanos -> collections.record(nanos / NANOS_PER_SECOND, component);
  }

  DeliveryHistory.Listener exports(Destination<?> destination) {
    Attributes exporter =
        SelfAttributes.exporter(destination.target(), destination.batcher().options().name());
    return (result, nanos) -> exports.record(nanos / NANOS_PER_SECOND, outcome(exporter, result));
  }

  /** A batch that was lost for several reasons counts by that of most items. */
  private static Attributes outcome(Attributes exporter, ExportResult result) {
    return result.dropped().entrySet().stream()
        .max(Entry.<DropReason, Integer>comparingByValue().thenComparing(Entry.comparingByKey()))
        .map(most -> SelfAttributes.failed(exporter, most.getKey()))
        .orElse(exporter);
  }
}
