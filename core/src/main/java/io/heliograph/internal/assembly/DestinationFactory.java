package io.heliograph.internal.assembly;

import io.heliograph.config.BatchSettings;
import io.heliograph.config.DestinationSettings;
import io.heliograph.config.OtlpSettings;
import io.heliograph.config.Settings;
import io.heliograph.export.Exporter;
import io.heliograph.export.ReadableSpan;
import io.heliograph.internal.diagnostics.Faults;
import io.heliograph.internal.diagnostics.ThrottledLog;
import io.heliograph.internal.pipeline.Batcher;
import io.heliograph.internal.pipeline.BatcherOptions;
import io.heliograph.internal.pipeline.Destination;
import io.heliograph.internal.pipeline.Sized;
import io.heliograph.pipeline.Clock;
import java.util.function.LongConsumer;

/** Opens destinations: an exporter and a batcher of its own for each. */
public final class DestinationFactory {

  private final Clock clock;
  private final Faults faults;
  private final ThrottledLog log;
  private final ExporterFactory exporters;

  public DestinationFactory(
      Clock clock, Faults faults, ThrottledLog log, ExporterFactory exporters) {
    this.clock = clock;
    this.faults = faults;
    this.log = log;
    this.exporters = exporters;
  }

  /**
   * Opens a configured destination.
   *
   * @throws io.heliograph.config.ConfigurationException if it cannot work as configured
   */
  public Destination open(DestinationSettings settings) {
    DestinationSettings.Batch batch = settings.batch();
    BatcherOptions options =
        new BatcherOptions(
            settings.name(),
            batch.maxQueueSize(),
            batch.maxQueueBytes(),
            batch.maxExportBatchSize(),
            batch.scheduleDelay(),
            settings.transfer().concurrency(),
            // Retries are bounded by the exporter; only one that lost the request runs into this.
            batch.exportTimeout().plus(settings.retry().maxElapsed()));
    ExporterFactory.Opened opened = exporters.open(settings);
    return destination(options, opened.exporter(), opened.deadline());
  }

  /** Opens a destination over the application's own exporter, batched by the general settings. */
  public Destination open(String name, Exporter<ReadableSpan> exporter, Settings settings) {
    BatcherOptions options =
        new BatcherOptions(
            name,
            settings.get(BatchSettings.MAX_QUEUE_SIZE),
            settings.get(BatchSettings.MAX_QUEUE_BYTES),
            settings.get(BatchSettings.MAX_EXPORT_BATCH_SIZE),
            settings.get(BatchSettings.SCHEDULE_DELAY),
            settings.get(OtlpSettings.CONCURRENCY),
            settings.get(BatchSettings.EXPORT_TIMEOUT));
    return destination(options, exporter, deadline -> {});
  }

  private Destination destination(
      BatcherOptions options, Exporter<ReadableSpan> exporter, LongConsumer deadline) {
    return new Destination(
        new Batcher<>(options, exporter, Sized::of, clock, faults, log), deadline);
  }
}
