package io.heliograph.internal.metrics;

import io.heliograph.export.InstrumentationScope;
import io.heliograph.export.MetricType;
import io.heliograph.pipeline.Aggregation;
import io.heliograph.pipeline.Aggregation.ExplicitHistogram;
import io.heliograph.pipeline.Aggregation.ExponentialHistogram;
import io.heliograph.pipeline.ExemplarSampling;
import io.heliograph.pipeline.InstrumentKind;
import io.heliograph.pipeline.View;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the storage of one stream for one reader. */
record StreamFactory(MetricsConfig config, InstrumentationScope scope) {

  /**
   * The specification's boundaries, which suit milliseconds.
   *
   * @see <a
   *     href="https://opentelemetry.io/docs/specs/otel/metrics/sdk/#explicit-bucket-histogram-aggregation">Explicit
   *     bucket histogram</a>
   */
  private static final List<Double> DEFAULT_BOUNDARIES =
      List.of(
          0.0, 5.0, 10.0, 25.0, 50.0, 75.0, 100.0, 250.0, 500.0, 750.0, 1000.0, 2500.0, 5000.0,
          7500.0, 10000.0);

  private static final int MOST_EXPONENTIAL_EXEMPLARS = 20;

  /** Null if the stream is dropped. */
  @Nullable SyncStorage<?> synchronous(
      Descriptor instrument, View view, String name, ReaderOptions reader) {
    Aggregation aggregation = aggregation(instrument.kind(), view, reader);
    StreamSpec stream = stream(instrument, view, name, reader);
    if (aggregation instanceof Aggregation.Sum) {
      ExemplarPolicy policy = policy(view, ExemplarSampling.simpleFixedSize(1), 1);
      return storage(stream, new Aggregators.Sums(instrument.isLong(), policy.skips()), policy);
    }
    if (aggregation instanceof Aggregation.LastValue) {
      ExemplarPolicy policy = policy(view, ExemplarSampling.simpleFixedSize(1), 1);
      return storage(
          stream, new Aggregators.LastValues(instrument.isLong(), policy.skips()), policy);
    }
    if (aggregation instanceof ExplicitHistogram explicit) {
      return explicit(instrument, view, stream, explicit);
    }
    return aggregation instanceof ExponentialHistogram exponential
        ? exponential(view, stream, exponential)
        : null;
  }

  private SyncStorage<?> explicit(
      Descriptor instrument, View view, StreamSpec stream, ExplicitHistogram options) {
    Boundaries boundaries =
        new Boundaries(
            boundaries(options, instrument).stream().mapToDouble(Double::doubleValue).toArray());
    ExemplarPolicy policy =
        policy(view, ExemplarSampling.alignedHistogramBucket(), boundaries.buckets());
    return storage(
        stream,
        new Aggregators.Histograms(
            boundaries, options.recordMinMax(), policy.aligned(), policy.skips()),
        policy);
  }

  private static List<Double> boundaries(ExplicitHistogram options, Descriptor instrument) {
    List<Double> advised = Objects.requireNonNullElse(instrument.boundaries(), DEFAULT_BOUNDARIES);
    return Objects.requireNonNullElse(options.boundaries(), advised);
  }

  private SyncStorage<?> exponential(View view, StreamSpec stream, ExponentialHistogram options) {
    int slots = Math.min(MOST_EXPONENTIAL_EXEMPLARS, options.maxSize());
    ExemplarPolicy policy = policy(view, ExemplarSampling.simpleFixedSize(slots), 1);
    return storage(stream, new Aggregators.Exponentials(options, policy.skips()), policy);
  }

  private <P extends PointBuffer> SyncStorage<P> storage(
      StreamSpec stream, Aggregator<P> aggregator, ExemplarPolicy policy) {
    return new SyncStorage<>(stream, aggregator, policy, config.clock(), config.log());
  }

  /** Null if the stream is dropped. */
  @Nullable ObservedStorage asynchronous(
      Descriptor instrument, View view, String name, ReaderOptions reader) {
    Aggregation aggregation = aggregation(instrument.kind(), view, reader);
    if (aggregation instanceof Aggregation.Drop) {
      return null;
    }
    MetricType type = aggregation instanceof Aggregation.Sum ? MetricType.SUM : MetricType.GAUGE;
    return new ObservedStorage(
        stream(instrument, view, name, reader),
        type,
        instrument.isLong(),
        config.clock(),
        config.log());
  }

  private StreamSpec stream(Descriptor instrument, View view, String name, ReaderOptions reader) {
    return new StreamSpec(
        config.resource(),
        scope,
        name,
        Objects.requireNonNullElse(view.description(), instrument.description()),
        instrument.unit(),
        instrument.kind().isMonotonic(),
        reader.temporality().apply(instrument.kind()),
        attributes(view, instrument),
        Objects.requireNonNullElse(view.cardinalityLimit(), reader.cardinalityLimit()));
  }

  /** A view's wish goes before the instrument's advice. */
  private static AttributeFilter attributes(View view, Descriptor instrument) {
    boolean silent = view.included() == null && view.excluded().isEmpty();
    Set<String> included = silent ? instrument.attributes() : view.included();
    return new AttributeFilter(included, view.excluded());
  }

  private static Aggregation aggregation(InstrumentKind kind, View view, ReaderOptions reader) {
    Aggregation wanted = view.aggregation();
    if (wanted instanceof Aggregation.Default) {
      wanted = reader.aggregation().apply(kind);
    }
    boolean usable = !(wanted instanceof Aggregation.Default) && StreamPlans.suits(wanted, kind);
    return usable ? wanted : ofKind(kind);
  }

  private static Aggregation ofKind(InstrumentKind kind) {
    if (kind.isGauge()) {
      return Aggregation.lastValue();
    }
    return kind == InstrumentKind.HISTOGRAM ? Aggregation.explicitHistogram() : Aggregation.sum();
  }

  /**
   * The stream's exemplars.
   *
   * @param buckets places of an aligned reservoir
   */
  private ExemplarPolicy policy(View view, ExemplarSampling byDefault, int buckets) {
    ExemplarSampling sampling = Objects.requireNonNullElse(view.exemplars(), byDefault);
    int slots =
        sampling instanceof ExemplarSampling.SimpleFixedSize simple ? simple.size() : buckets;
    return new ExemplarPolicy(
        config.exemplarFilter(), sampling, slots, config.clock(), config.faults());
  }
}
