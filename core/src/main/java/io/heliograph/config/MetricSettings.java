package io.heliograph.config;

import io.heliograph.config.Resolved.State;
import io.heliograph.pipeline.ExemplarFilter;
import io.heliograph.pipeline.TemporalityPreference;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Settings of the metrics engine and of the periodic export. */
public final class MetricSettings {

  /** The values of {@link #DEFAULT_HISTOGRAM_AGGREGATION}. */
  public static final String EXPLICIT_HISTOGRAM = "explicit_bucket_histogram";

  public static final String EXPONENTIAL_HISTOGRAM = "base2_exponential_bucket_histogram";

  public static final Setting<Duration> EXPORT_INTERVAL =
      Setting.otel("OTEL_METRIC_EXPORT_INTERVAL", UnitTypes.duration(Duration.ofMillis(1)))
          .defaultsTo("60s")
          .means("How much time passes from one export of metrics to the next.");

  public static final Setting<Duration> EXPORT_TIMEOUT =
      Setting.otel("OTEL_METRIC_EXPORT_TIMEOUT", UnitTypes.duration(Duration.ofMillis(1)))
          .defaultsTo("30s")
          .means("How long an export of metrics may take.");

  public static final Setting<Integer> MAX_EXPORT_BATCH_SIZE =
      Setting.own("metric.max.export.batch.size", Types.integer(1, Integer.MAX_VALUE))
          .defaultsTo(Integer.toString(Integer.MAX_VALUE))
          .means("How many metric points one request carries at most.");

  public static final Setting<Integer> CARDINALITY_LIMIT =
      Setting.own("metric.cardinality.limit", Types.integer(1, 1 << 24))
          .defaultsTo("2000")
          .means("How many attribute sets an instrument keeps apart; more are counted together.");

  public static final Setting<ExemplarFilter> EXEMPLAR_FILTER =
      Setting.otel("OTEL_METRICS_EXEMPLAR_FILTER", Types.enumOf(ExemplarFilter.class))
          .defaultsTo("trace_based")
          .means("Which measurements may become exemplars.");

  public static final Setting<TemporalityPreference> TEMPORALITY_PREFERENCE =
      Setting.otel(
              "OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE",
              Types.enumOf(TemporalityPreference.class))
          .defaultsTo("cumulative")
          .means("Which instruments are exported as deltas and not as totals.");

  public static final Setting<String> DEFAULT_HISTOGRAM_AGGREGATION =
      Setting.otel(
              "OTEL_EXPORTER_OTLP_METRICS_DEFAULT_HISTOGRAM_AGGREGATION",
              Types.choice(EXPLICIT_HISTOGRAM, EXPONENTIAL_HISTOGRAM))
          .defaultsTo(EXPLICIT_HISTOGRAM)
          .means("The kind of histogram that histogram instruments make.");

  static final List<Setting<?>> ALL =
      List.of(
          EXPORT_INTERVAL,
          EXPORT_TIMEOUT,
          MAX_EXPORT_BATCH_SIZE,
          CARDINALITY_LIMIT,
          EXEMPLAR_FILTER,
          TEMPORALITY_PREFERENCE,
          DEFAULT_HISTOGRAM_AGGREGATION);

  private MetricSettings() {}

  /** Nobody shall wait for metrics because the engine took their settings without a word. */
  static void reportUnexported(SettingsLoader loader) {
    String written =
        ALL.stream()
            .<Resolved<?>>map(loader::read)
            .filter(found -> found.state() == State.WRITTEN)
            .map(Resolved::key)
            .collect(Collectors.joining(", "));
    if (!written.isEmpty()) {
      loader.findings().notice(written + ": no effect, because metrics are not exported yet.");
    }
  }
}
