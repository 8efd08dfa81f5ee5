package io.heliograph.config;

import io.heliograph.pipeline.Aggregation;
import io.heliograph.pipeline.ExemplarFilter;
import io.heliograph.pipeline.TemporalityPreference;
import java.util.List;

/** Settings of the metrics engine; {@link BatchSettings#METRICS} has those of its export. */
public final class MetricSettings {

  /** The values of {@link #DEFAULT_HISTOGRAM_AGGREGATION}. */
  public static final String EXPLICIT_HISTOGRAM = "explicit_bucket_histogram";

  public static final String EXPONENTIAL_HISTOGRAM = "base2_exponential_bucket_histogram";

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

  public static final Setting<Boolean> SELF_ENABLED =
      Setting.own("self-metrics.enabled", Types.bool())
          .defaultsTo("true")
          .means("Whether the engine's own otel.sdk metrics are exported with the others.");

  static final List<Setting<?>> ALL =
      List.of(
          CARDINALITY_LIMIT,
          EXEMPLAR_FILTER,
          TEMPORALITY_PREFERENCE,
          DEFAULT_HISTOGRAM_AGGREGATION,
          SELF_ENABLED);

  private MetricSettings() {}

  /** What a value of {@link #DEFAULT_HISTOGRAM_AGGREGATION} stands for. */
  public static Aggregation histograms(String value) {
    return value.equals(EXPONENTIAL_HISTOGRAM)
        ? Aggregation.exponentialHistogram()
        : Aggregation.explicitHistogram();
  }
}
