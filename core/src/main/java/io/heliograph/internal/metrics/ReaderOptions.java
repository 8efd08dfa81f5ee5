package io.heliograph.internal.metrics;

import io.heliograph.export.Temporality;
import io.heliograph.pipeline.Aggregation;
import io.heliograph.pipeline.InstrumentKind;
import io.heliograph.pipeline.MetricFilter;
import io.heliograph.pipeline.MetricProducer;
import io.heliograph.pipeline.TemporalityPreference;
import java.util.List;
import java.util.function.Function;

/**
 * What one reader wants.
 *
 * @param temporality by the instrument's kind
 * @param aggregation by the instrument's kind, {@link Aggregation#defaults} for the specification's
 * @param cardinalityLimit the most series of a stream, the one for overflow included
 * @param producers of metrics from elsewhere
 * @param filter of what is collected
 */
public record ReaderOptions(
    Function<InstrumentKind, Temporality> temporality,
    Function<InstrumentKind, Aggregation> aggregation,
    int cardinalityLimit,
    List<MetricProducer> producers,
    MetricFilter filter) {

  /** The most series of a stream unless said otherwise. */
  public static final int CARDINALITY_LIMIT = 2000;

  /** Copies the list. */
  public ReaderOptions {
    producers = List.copyOf(producers);
  }

  /** A reader with the specification's defaults but for temporality. */
  public static ReaderOptions of(TemporalityPreference temporality) {
    return new ReaderOptions(
        temporality::of,
        kind -> Aggregation.defaults(),
        CARDINALITY_LIMIT,
        List.of(),
        MetricFilter.all());
  }
}
