package io.heliograph.internal.assembly;

import io.heliograph.config.EngineSettings;
import io.heliograph.config.ExportSettings;
import io.heliograph.config.MetricSettings;
import io.heliograph.config.Settings;
import io.heliograph.export.Resource;
import io.heliograph.internal.diagnostics.ThrottledLog;
import io.heliograph.internal.metrics.EngineMeterProvider;
import io.heliograph.internal.metrics.MetricCollector;
import io.heliograph.internal.metrics.ReaderOptions;
import io.heliograph.internal.scrape.Scraper;
import io.heliograph.pipeline.MetricFilter;
import io.heliograph.pipeline.MetricProducer;
import io.heliograph.pipeline.TemporalityPreference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reader for scrapes, which comes after those of the destinations. */
public final class Scraping {

  private final Settings settings;
  private final List<MetricProducer> producers;
  private final boolean enabled;

  public Scraping(Settings settings, List<MetricProducer> producers) {
    this.settings = settings;
    this.producers = List.copyOf(producers);
    this.enabled =
        !settings.get(EngineSettings.SDK_DISABLED)
            && settings.get(ExportSettings.METRICS_EXPORTER).contains(ExportSettings.PROMETHEUS);
  }

  /** The other readers, and this one if scrapes are asked for. */
  public List<ReaderOptions> withReader(List<ReaderOptions> others) {
    List<ReaderOptions> readers = new ArrayList<>(others);
    if (enabled) {
      readers.add(reader());
    }
    return readers;
  }

  /** The specification: always cumulative, and the aggregations that instruments have anyway. */
  private ReaderOptions reader() {
    ReaderOptions defaults = ReaderOptions.of(TemporalityPreference.CUMULATIVE);
    return new ReaderOptions(
        defaults.temporality(),
        defaults.aggregation(),
        settings.get(MetricSettings.CARDINALITY_LIMIT),
        producers,
        MetricFilter.all());
  }

  /** Null if scrapes are not asked for. */
  public @Nullable Scraper scraper(
      Resource resource, EngineMeterProvider provider, ThrottledLog log) {
    if (!enabled) {
      return null;
    }
    MetricCollector last = provider.collectors().get(provider.collectors().size() - 1);
    boolean scopeLabels = settings.get(ExportSettings.PROMETHEUS_SCOPE_LABELS);
    return new Scraper(resource, () -> last.collect(false), scopeLabels, log);
  }
}
