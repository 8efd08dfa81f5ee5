package io.heliograph.internal.assembly;

import io.heliograph.config.BatchSettings;
import io.heliograph.config.DestinationSettings;
import io.heliograph.config.DestinationSettings.Streams;
import io.heliograph.config.MetricSettings;
import io.heliograph.config.Settings;
import io.heliograph.internal.metrics.PeriodicOptions;
import io.heliograph.internal.metrics.ReaderOptions;
import io.heliograph.pipeline.Aggregation;
import io.heliograph.pipeline.InstrumentKind;
import io.heliograph.pipeline.MetricFilter;
import io.heliograph.pipeline.MetricProducer;
import java.time.Duration;
import java.util.List;

/**
 * What destinations must agree on to share a reader, since every further reader costs on each
 * measurement.
 */
record ReaderPlan(Streams streams, Duration interval, int maxExportBatchSize) {

  /** By one part: the JVM would make code for all of it, and there are one or two plans. */
  @Override
  public int hashCode() {
    return interval.hashCode();
  }

  static ReaderPlan of(DestinationSettings settings) {
    return new ReaderPlan(
        settings.streams(),
        settings.batch().scheduleDelay(),
        settings.batch().maxExportBatchSize());
  }

  /** That of exporters which the program brings. */
  static ReaderPlan general(Settings settings) {
    return new ReaderPlan(
        new Streams(
            settings.get(MetricSettings.TEMPORALITY_PREFERENCE),
            MetricSettings.histograms(settings.get(MetricSettings.DEFAULT_HISTOGRAM_AGGREGATION)),
            settings.get(MetricSettings.CARDINALITY_LIMIT)),
        settings.get(BatchSettings.METRICS.scheduleDelay()),
        settings.get(BatchSettings.METRICS.maxExportBatchSize()));
  }

  ReaderOptions reader(List<MetricProducer> producers) {
    return new ReaderOptions(
        streams.temporality()::of,
        kind -> kind == InstrumentKind.HISTOGRAM ? streams.histograms() : Aggregation.defaults(),
        streams.cardinalityLimit(),
        producers,
        MetricFilter.all());
  }

  PeriodicOptions periodic(String name) {
    return new PeriodicOptions(name, interval, maxExportBatchSize);
  }
}
