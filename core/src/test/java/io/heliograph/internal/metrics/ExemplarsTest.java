package io.heliograph.internal.metrics;

import static io.heliograph.internal.metrics.Metrics.route;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Compliance;
import io.heliograph.export.Exemplar;
import io.heliograph.export.HistogramPoint;
import io.heliograph.export.MetricPoint;
import io.heliograph.export.NumberPoint;
import io.heliograph.pipeline.Aggregation;
import io.heliograph.pipeline.ExemplarFilter;
import io.heliograph.pipeline.ExemplarReservoir;
import io.heliograph.pipeline.ExemplarSampling;
import io.heliograph.pipeline.InstrumentSelector;
import io.heliograph.pipeline.TemporalityPreference;
import io.heliograph.pipeline.View;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which measurements become exemplars, and what they carry. */
class ExemplarsTest {

  private static final Context SAMPLED = Metrics.span(true);
  private static final Context UNSAMPLED = Metrics.span(false);

  @Test
  @Compliance({
    "Metrics > The metrics SDK samples `Exemplar`s from measurements.",
    "Metrics > The metrics SDK supports `TraceBased` exemplar filter",
    "Metrics > Exemplars contain the associated trace id and span id of the active span in the"
        + " Context when the measurement was taken.",
    "Metrics > Exemplars contain the timestamp when the measurement was taken."
  })
  void aMeasurementInASampledSpanIsKeptWithTraceSpanAndTime() {
    try (Metrics metrics = Metrics.cumulative()) {
      LongCounter counter = metrics.meter.counterBuilder("c").build();
      counter.add(1, Attributes.empty(), UNSAMPLED);
      counter.add(2);
      try (Scope scope = SAMPLED.makeCurrent()) {
        counter.add(3);
      }
      long taken = metrics.clock.epochNanos();
      metrics.clock.advance(Duration.ofSeconds(1));

      Exemplar exemplar = only(metrics.point(NumberPoint.class));
      assertThat(exemplar.value()).isEqualTo(3L);
      assertThat(exemplar.epochNanos()).isEqualTo(taken);
      assertThat(exemplar.spanContext().getTraceId()).isEqualTo(Metrics.TRACE_ID);
      assertThat(exemplar.spanContext().getSpanId()).isEqualTo(Metrics.SPAN_ID);
      assertThat(exemplar.filteredAttributes().isEmpty()).isTrue();
    }
  }

  @Test
  void anExemplarIsNeverNewerThanItsPoint() {
    try (Metrics metrics = Metrics.cumulative()) {
      LongCounter counter = metrics.meter.counterBuilder("c").build();
      counter.add(1);
      metrics.clock.advance(Duration.ofSeconds(10));
      counter.add(2, Attributes.empty(), SAMPLED);
      metrics.clock.setWallClock(Duration.ofSeconds(-5));

      NumberPoint point = metrics.point(NumberPoint.class);

      assertThat(only(point).epochNanos()).isEqualTo(point.epochNanos());
      assertThat(only(point).value()).isEqualTo(2L);
    }
  }

  @Test
  void anExemplarIsNeverOlderThanItsPoint() {
    try (Metrics metrics = Metrics.with().reader(TemporalityPreference.DELTA).start()) {
      LongCounter counter = metrics.meter.counterBuilder("c").build();
      counter.add(1);
      metrics.clock.advance(Duration.ofSeconds(10));
      metrics.point(NumberPoint.class);
      metrics.clock.setWallClock(Duration.ofSeconds(-5));
      counter.add(2, Attributes.empty(), SAMPLED);
      metrics.clock.advance(Duration.ofSeconds(10));

      NumberPoint point = metrics.point(NumberPoint.class);

      assertThat(only(point).epochNanos()).isEqualTo(point.startEpochNanos());
    }
  }

  @Test
  void anExemplarIsExportedOnce() {
    try (Metrics metrics = Metrics.cumulative()) {
      LongCounter counter = metrics.meter.counterBuilder("c").build();
      counter.add(1, Attributes.empty(), SAMPLED);
      assertThat(metrics.point(NumberPoint.class).exemplars()).hasSize(1);
      assertThat(metrics.point(NumberPoint.class).exemplars()).isEmpty();
      counter.add(4, Attributes.empty(), SAMPLED);
      assertThat(only(metrics.point(NumberPoint.class)).value()).isEqualTo(4L);
    }
  }

  @Test
  @Compliance({
    "Metrics > The metrics SDK supports SDK-wide exemplar filter configuration",
    "Metrics > The metrics SDK supports `AlwaysOn` exemplar filter"
  })
  void alwaysOnNeedsNoSpan() {
    try (Metrics metrics = Metrics.with().filter(ExemplarFilter.ALWAYS_ON).start()) {
      metrics.meter.counterBuilder("c").build().add(1);
      assertThat(only(metrics.point(NumberPoint.class)).spanContext().isValid()).isFalse();
    }
  }

  @Test
  @Compliance({
    "Metrics > Exemplar sampling can be disabled.",
    "Metrics > The metrics SDK supports `AlwaysOff` exemplar filter"
  })
  void alwaysOffKeepsNone() {
    try (Metrics metrics = Metrics.with().filter(ExemplarFilter.ALWAYS_OFF).start()) {
      metrics.meter.counterBuilder("c").build().add(1, Attributes.empty(), SAMPLED);
      metrics.meter.histogramBuilder("h").build().record(1, Attributes.empty(), SAMPLED);
      assertThat(metrics.collect()).hasSize(2);
      assertThat(metrics.collect())
          .allMatch(metric -> metric.points().get(0).exemplars().isEmpty());
    }
  }

  @Test
  @Compliance({
    "Metrics > Exemplars retain any attributes available in the measurement that are not preserved"
        + " by aggregation or view configuration.",
    "Metrics > Documentation notes that View-filtered attributes may still appear on Exemplars."
  })
  void attributesThatAViewRemovesStayOnTheExemplar() {
    View view = View.of(InstrumentSelector.named("c")).keepingAttributes(Set.of("route"));
    try (Metrics metrics = Metrics.views(view)) {
      metrics
          .meter
          .counterBuilder("c")
          .build()
          .add(1, Attributes.of(Metrics.ROUTE, "a", Metrics.USER, "u"), SAMPLED);
      assertThat(only(metrics.point(NumberPoint.class)).filteredAttributes())
          .isEqualTo(Attributes.of(Metrics.USER, "u"));
    }
  }

  @Test
  void theOverflowSeriesKeepsAttributesOnItsExemplars() {
    View view = View.of(InstrumentSelector.named("c")).withCardinalityLimit(1);
    try (Metrics metrics = Metrics.views(view)) {
      metrics.meter.counterBuilder("c").build().add(1, route("a"), SAMPLED);
      assertThat(only(metrics.point(NumberPoint.class)).filteredAttributes()).isEqualTo(route("a"));
    }
  }

  @Test
  @Compliance(
      "Metrics > The metrics SDK provides an `AlignedHistogramBucketExemplarReservoir` that"
          + " is used by default for `ExplicitBucketHistogram` aggregation.")
  void eachBucketOfAHistogramHasAnExemplarOfItsOwn() {
    try (Metrics metrics = Metrics.cumulative()) {
      DoubleHistogram histogram = metrics.meter.histogramBuilder("h").build();
      for (int round = 0; round < 2; round++) {
        for (int i = 0; i < 1000; i++) {
          histogram.record(3, Attributes.empty(), SAMPLED);
        }
        histogram.record(60, Attributes.empty(), SAMPLED);
        histogram.record(99_999, Attributes.empty(), SAMPLED);
        assertThat(metrics.point(HistogramPoint.class).exemplars())
            .extracting(Exemplar::value)
            .containsExactly(3.0, 60.0, 99_999.0);
      }
    }
  }

  @Test
  @Compliance({
    "Metrics > The metrics SDK provides a `SimpleFixedSizeExemplarReservoir` that is used by"
        + " default for all aggregations except `ExplicitBucketHistogram`.",
    "Metrics > The `View` allows configuring the exemplar reservoir of resulting metric stream."
  })
  void aSimpleReservoirIsAUniformSample() {
    View view =
        View.of(InstrumentSelector.named("*")).withExemplars(ExemplarSampling.simpleFixedSize(10));
    long sum = 0;
    int trials = 400;
    try (Metrics metrics = Metrics.with().views(view).reader(TemporalityPreference.DELTA).start()) {
      LongCounter counter = metrics.meter.counterBuilder("c").build();
      for (int trial = 0; trial < trials; trial++) {
        for (int i = 0; i < 1000; i++) {
          counter.add(i, Attributes.empty(), SAMPLED);
        }
        List<Exemplar> kept = metrics.point(NumberPoint.class).exemplars();
        assertThat(kept).hasSize(10);
        sum += kept.stream().mapToLong(exemplar -> exemplar.value().longValue()).sum();
      }
    }
    // 4,000 draws of 0 to 999: the mean's standard deviation is 4.6, and 60 is 13 of them.
    assertThat(sum / (10.0 * trials)).isBetween(440.0, 560.0);
  }

  @Test
  void sumsAndExponentialHistogramsHaveOneAndTwentyPlaces() {
    View view =
        View.of(InstrumentSelector.named("e")).withAggregation(Aggregation.exponentialHistogram());
    try (Metrics metrics = Metrics.views(view)) {
      for (int i = 0; i < 100; i++) {
        metrics.meter.counterBuilder("c").build().add(1, Attributes.empty(), SAMPLED);
        metrics.meter.histogramBuilder("e").build().record(i, Attributes.empty(), SAMPLED);
      }
      assertThat(metrics.collect())
          .extracting(metric -> metric.points().get(0).exemplars().size())
          .containsExactly(1, 20);
    }
  }

  @Test
  @Compliance({
    "Metrics > The metrics SDK provides an `ExemplarReservoir` interface or extension point.",
    "Metrics > An `ExemplarReservoir` has an `offer` method with access to the measurement value,"
        + " attributes, `Context` and timestamp."
  })
  void anExtensionsReservoirSeesEveryAdmittedMeasurement() {
    List<String> offered = new ArrayList<>();
    ExemplarReservoir reservoir =
        new ExemplarReservoir() {
          @Override
          public void offer(Number value, Attributes attributes, Context context, long epochNanos) {
            offered.add(value + " " + attributes + " " + (context == SAMPLED) + " " + epochNanos);
          }

          @Override
          public List<Exemplar> collect(Attributes seriesAttributes) {
            return List.of();
          }
        };
    View view =
        View.of(InstrumentSelector.named("*"))
            .withExemplars(ExemplarSampling.custom(() -> reservoir));
    try (Metrics metrics = Metrics.views(view)) {
      LongCounter counter = metrics.meter.counterBuilder("c").build();
      counter.add(1, route("a"), SAMPLED);
      counter.add(2, route("a"), UNSAMPLED);
      counter.add(3, route("a"), SAMPLED);
      long now = metrics.clock.epochNanos();
      assertThat(offered)
          .containsExactly("1 {route=\"a\"} true " + now, "3 {route=\"a\"} true " + now);
    }
  }

  @Test
  void aReservoirThatThrowsIsReportedAndTheMeasurementCounts() {
    View view =
        View.of(InstrumentSelector.named("*"))
            .withExemplars(ExemplarSampling.custom(FailingReservoir::new));
    try (Metrics metrics = Metrics.views(view)) {
      metrics.meter.counterBuilder("c").build().add(1, Attributes.empty(), SAMPLED);
      assertThat(metrics.point(NumberPoint.class).longValue()).isEqualTo(1);
      assertThat(metrics.faults.count()).isEqualTo(2);
    }
  }

  private static final class FailingReservoir implements ExemplarReservoir {
    @Override
    public void offer(Number value, Attributes attributes, Context context, long epochNanos) {
      throw new IllegalStateException("offer");
    }

    @Override
    public List<Exemplar> collect(Attributes seriesAttributes) {
      throw new NoClassDefFoundError("collect");
    }
  }

  private static Exemplar only(MetricPoint point) {
    assertThat(point.exemplars()).hasSize(1);
    return point.exemplars().get(0);
  }
}
