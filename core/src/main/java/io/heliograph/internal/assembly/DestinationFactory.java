package io.heliograph.internal.assembly;

import io.heliograph.config.BatchSettings;
import io.heliograph.config.DestinationSettings;
import io.heliograph.config.OtlpSettings;
import io.heliograph.config.Settings;
import io.heliograph.export.Exporter;
import io.heliograph.internal.diagnostics.DeliveryHistory;
import io.heliograph.internal.diagnostics.Faults;
import io.heliograph.internal.diagnostics.ThrottledLog;
import io.heliograph.internal.pipeline.Batcher;
import io.heliograph.internal.pipeline.BatcherOptions;
import io.heliograph.internal.pipeline.Destination;
import io.heliograph.internal.pipeline.Destinations;
import io.heliograph.internal.pipeline.Target;
import io.heliograph.pipeline.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
   * Opens the configured destinations of a signal, then those over the application's own exporters,
   * which are batched by the general settings.
   *
   * @throws io.heliograph.config.ConfigurationException if one cannot work as configured
   */
  public <T> Destinations<T> open(
      SignalFormat<T> format, Settings settings, Map<String, Exporter<T>> exporters) {
    List<Destination<T>> opened = new ArrayList<>();
    for (DestinationSettings destination : settings.destinations(format.signal())) {
      opened.add(open(format, destination));
    }
    exporters.forEach((name, exporter) -> opened.add(open(format, settings, name, exporter)));
    return new Destinations<>(opened);
  }

  <T> Destination<T> open(SignalFormat<T> format, DestinationSettings settings) {
    DestinationSettings.Batch batch = settings.batch();
    BatcherOptions options =
        new BatcherOptions(
            format.signal(),
            settings.name(),
            batch.maxQueueSize(),
            batch.maxQueueBytes(),
            batch.maxExportBatchSize(),
            batch.scheduleDelay(),
            Math.min(format.concurrency(), settings.transfer().concurrency()),
            // Retries are bounded by the exporter; only one that lost the request runs into this.
            batch.exportTimeout().plus(settings.retry().maxElapsed()));
    DeliveryHistory history = new DeliveryHistory(clock);
    ExporterFactory.Opened<T> opened = exporters.open(settings, format, history);
    return destination(format, options, opened, Targets.of(settings, opened.exporter()), history);
  }

  <T> Destination<T> open(
      SignalFormat<T> format, Settings settings, String name, Exporter<T> exporter) {
    BatchSettings batch = BatchSettings.of(format.signal());
    BatcherOptions options =
        new BatcherOptions(
            format.signal(),
            name,
            settings.get(batch.maxQueueSize()),
            settings.get(batch.maxQueueBytes()),
            settings.get(batch.maxExportBatchSize()),
            settings.get(batch.scheduleDelay()),
            Math.min(format.concurrency(), settings.get(OtlpSettings.CONCURRENCY)),
            settings.get(batch.exportTimeout()));
    return destination(
        format,
        options,
        ExporterFactory.Opened.once(exporter),
        Targets.of(exporter),
        new DeliveryHistory(clock));
  }

  private <T> Destination<T> destination(
      SignalFormat<T> format,
      BatcherOptions options,
      ExporterFactory.Opened<T> opened,
      Target target,
      DeliveryHistory history) {
    Batcher<T> batcher =
        new Batcher<>(options, opened.exporter(), format.measure(), history, clock, faults, log);
    return new Destination<>(
        batcher, target, history, opened.deadline(), opened.possibleDuplicates());
  }
}
