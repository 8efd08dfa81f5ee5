package io.heliograph.internal.metrics;

import static io.heliograph.internal.metrics.Metrics.route;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.Compliance;
import io.heliograph.export.ExponentialPoint;
import io.heliograph.export.HistogramPoint;
import io.heliograph.export.MetricData;
import io.heliograph.export.MetricPoint;
import io.heliograph.export.MetricType;
import io.heliograph.export.NumberPoint;
import io.heliograph.export.Temporality;
import io.heliograph.pipeline.Aggregation;
import io.heliograph.pipeline.InstrumentKind;
import io.heliograph.pipeline.InstrumentSelector;
import io.heliograph.pipeline.MetricFilter;
import io.heliograph.pipeline.TemporalityPreference;
import io.heliograph.pipeline.View;
import io.heliograph.pipeline.ViewMatching;
import io.opentelemetry.api.common.Attributes;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What views and readers make of an instrument's stream. */
class ViewsTest {

  private static final Attributes BOTH = Attributes.of(Metrics.ROUTE, "a", Metrics.USER, "u");

  @Test
  @Compliance({
    "Metrics > There is a way to register `View`s with a `MeterProvider`.",
    "Metrics > The `View` allows configuring the name, description, attributes keys and aggregation"
        + " of the resulting metric stream."
  })
  void aViewChangesNameDescriptionAttributesAndAggregation() {
    View view =
        View.of(InstrumentSelector.named("h"))
            .withName("renamed")
            .withDescription("new")
            .keepingAttributes(Set.of("route"))
            .withAggregation(Aggregation.sum());
    try (Metrics metrics = Metrics.views(view)) {
      metrics.meter.histogramBuilder("h").setDescription("old").build().record(1.5, BOTH);
      MetricData metric = metrics.only();
      assertThat(metric.name()).isEqualTo("renamed");
      assertThat(metric.description()).isEqualTo("new");
      assertThat(metric.type()).isEqualTo(MetricType.SUM);
      assertThat(metrics.point(NumberPoint.class).attributes()).isEqualTo(route("a"));
    }
  }

  @Test
  @Compliance(
      "Metrics > The `View` allows configuring excluded attribute keys of resulting metric"
          + " stream.")
  void excludedAttributesAreRemovedAndTheirSeriesAddedUp() {
    View view = View.of(InstrumentSelector.named("c")).removingAttributes(Set.of("user"));
    try (Metrics metrics = Metrics.views(view)) {
      metrics.meter.counterBuilder("c").build().add(1, BOTH);
      metrics.meter.counterBuilder("c").build().add(1, route("a"));
      assertThat(metrics.point(NumberPoint.class).attributes()).isEqualTo(route("a"));
      assertThat(metrics.point(NumberPoint.class).longValue()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "*, true", "http.server.duration, true", "HTTP.Server.Duration, true", "http.*, true",
    "*.duration, true", "http.server.duratio?, true", "http.server, false", "http.?, false",
    "httpxserver.duration, false", "'', false"
  })
  @Compliance({
    "Metrics > The `View` instrument selection criteria supports wildcards.",
    "Metrics > The `View` instrument selection criteria supports the match-all wildcard."
  })
  void namesMatchWithWildcards(String pattern, boolean matches) {
    View view = View.of(InstrumentSelector.named(pattern)).withAggregation(Aggregation.drop());
    try (Metrics metrics = Metrics.views(view)) {
      metrics.meter.counterBuilder("http.server.duration").build().add(1);
      assertThat(metrics.collect().isEmpty()).isEqualTo(matches);
    }
  }

  @Test
  @Compliance({
    "Metrics > The `View` instrument selection criteria is as specified.",
    "Metrics > The `Drop` aggregation is available."
  })
  void everyCriterionMustMatch() {
    InstrumentSelector all =
        InstrumentSelector.named("c")
            .withKind(InstrumentKind.COUNTER)
            .withUnit("By")
            .withMeterName("m")
            .withMeterVersion("1")
            .withMeterSchemaUrl("s");
    assertDropped(all, true);
    assertDropped(all.withKind(InstrumentKind.GAUGE), false);
    assertDropped(all.withUnit("ms"), false);
    assertDropped(all.withMeterName("x"), false);
    assertDropped(all.withMeterVersion("2"), false);
    assertDropped(all.withMeterSchemaUrl("x"), false);
    assertDropped(InstrumentSelector.ofKind(InstrumentKind.COUNTER), true);
  }

  private static void assertDropped(InstrumentSelector selector, boolean dropped) {
    try (Metrics metrics = Metrics.views(View.of(selector).withAggregation(Aggregation.drop()))) {
      metrics
          .provider
          .meterBuilder("m")
          .setInstrumentationVersion("1")
          .setSchemaUrl("s")
          .build()
          .counterBuilder("c")
          .setUnit("By")
          .build()
          .add(1);
      assertThat(metrics.collect().isEmpty()).isEqualTo(dropped);
    }
  }

  @Test
  @Compliance("Metrics > The SDK allows more than one `View` to be specified per instrument.")
  void eachViewMakesAStream() {
    View first = View.of(InstrumentSelector.named("c")).withName("one");
    View second =
        View.of(InstrumentSelector.named("c")).withName("two").removingAttributes(Set.of("user"));
    try (Metrics metrics = Metrics.views(first, second)) {
      metrics.meter.counterBuilder("c").build().add(1, BOTH);
      assertThat(metrics.collect())
          .extracting(metric -> metric.name() + metric.points().get(0).attributes().size())
          .containsExactly("one2", "two1");
    }
  }

  @Test
  @Compliance(
      "Metrics > The `MeterProvider` supports configuring `view_matching_mode` to enable"
          + " composable View matching.")
  void composableViewsMakeOneStreamForEachName() {
    View all =
        View.of(InstrumentSelector.named("*"))
            .withDescription("everything")
            .keepingAttributes(Set.of("route", "user"));
    View noUser =
        View.of(InstrumentSelector.named("c"))
            .withDescription("later")
            .removingAttributes(Set.of("user"));
    try (Metrics metrics =
        Metrics.with().views(all, noUser).matching(ViewMatching.COMPOSABLE).start()) {
      metrics.meter.counterBuilder("c").build().add(1, BOTH);
      assertThat(metrics.only().description()).isEqualTo("later");
      assertThat(metrics.point(NumberPoint.class).attributes()).isEqualTo(route("a"));
    }
    View renamed = View.of(InstrumentSelector.named("c")).withName("d");
    try (Metrics metrics =
        Metrics.with().views(all, renamed, noUser).matching(ViewMatching.COMPOSABLE).start()) {
      metrics.meter.counterBuilder("c").build().add(1, BOTH);
      assertThat(metrics.only().name()).isEqualTo("d");
      assertThat(metrics.only().description()).isEqualTo("later");
    }
  }

  @Test
  void aViewThatRenamesManyInstrumentsToOneIsRefused() {
    View view = View.of(InstrumentSelector.named("*"));
    assertThatThrownBy(() -> view.withName("one"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'one'");
  }

  @Test
  void anAggregationThatDoesNotSuitIsToldAndIgnored() {
    View view =
        View.of(InstrumentSelector.named("g"))
            .withName("x")
            .withAggregation(Aggregation.explicitHistogram());
    try (Metrics metrics = Metrics.views(view)) {
      metrics.meter.gaugeBuilder("g").build().set(1);
      assertThat(metrics.only().name()).isEqualTo("g");
      assertThat(metrics.lines).singleElement().asString().contains("view", "'g'");
    }
  }

  @Test
  @Compliance({
    "Metrics > The `ExponentialBucketHistogram` aggregation is available.",
    "Metrics > The `Sum` aggregation is available.",
    "Metrics > The `LastValue` aggregation is available."
  })
  void aggregationsCanBeChosen() {
    try (Metrics metrics =
        Metrics.views(
            View.of(InstrumentSelector.named("e"))
                .withAggregation(Aggregation.exponentialHistogram()),
            View.of(InstrumentSelector.named("s")).withAggregation(Aggregation.sum()),
            View.of(InstrumentSelector.named("h"))
                .withAggregation(Aggregation.explicitHistogram(List.of(1.0))),
            View.of(InstrumentSelector.named("g")).withAggregation(Aggregation.lastValue()))) {
      metrics.meter.histogramBuilder("e").build().record(4);
      metrics.meter.histogramBuilder("s").build().record(4);
      metrics.meter.counterBuilder("h").build().add(4);
      metrics.meter.gaugeBuilder("g").build().set(4);
      List<MetricData> collected = metrics.collect();
      assertThat(Metrics.point(collected.get(0), ExponentialPoint.class).scale()).isEqualTo(20);
      assertThat(Metrics.point(collected.get(1), NumberPoint.class).doubleValue()).isEqualTo(4);
      assertThat(Metrics.point(collected.get(2), HistogramPoint.class).bucketCount(1)).isOne();
      assertThat(collected.get(3).type()).isEqualTo(MetricType.GAUGE);
    }
  }

  @Test
  @Compliance({
    "Metrics > The `Default` aggregation is available.",
    "Metrics > The `Default` aggregation uses the specified aggregation by instrument."
  })
  void theDefaultFollowsTheKind() {
    View view = View.of(InstrumentSelector.named("*")).withAggregation(Aggregation.defaults());
    try (Metrics metrics = Metrics.views(view)) {
      metrics.meter.counterBuilder("a").build().add(1);
      metrics.meter.upDownCounterBuilder("b").build().add(1);
      metrics.meter.histogramBuilder("c").build().record(1);
      metrics.meter.gaugeBuilder("d").build().set(1);
      metrics.meter.counterBuilder("e").buildWithCallback(result -> result.record(1));
      metrics.meter.upDownCounterBuilder("f").buildWithCallback(result -> result.record(1));
      metrics.meter.gaugeBuilder("g").buildWithCallback(result -> result.record(1));
      assertThat(metrics.collect())
          .extracting(MetricData::type)
          .containsExactly(
              MetricType.SUM,
              MetricType.SUM,
              MetricType.HISTOGRAM,
              MetricType.GAUGE,
              MetricType.SUM,
              MetricType.SUM,
              MetricType.GAUGE);
    }
  }

  @Test
  @Compliance({
    "Metrics > The metrics Reader implementation supports configuring the default aggregation on"
        + " the basis of instrument kind.",
    "Metrics > Metric SDK supports configuring cardinality limit at MeterReader level"
  })
  void aReaderChoosesAggregationAndLimit() {
    ReaderOptions reader =
        new ReaderOptions(
            TemporalityPreference.CUMULATIVE::of,
            kind ->
                kind == InstrumentKind.HISTOGRAM
                    ? Aggregation.exponentialHistogram()
                    : Aggregation.defaults(),
            3,
            List.of(),
            MetricFilter.all());
    try (Metrics metrics = Metrics.with().reader(reader).start()) {
      for (int i = 0; i < 10; i++) {
        metrics.meter.histogramBuilder("h").build().record(1, route("r" + i));
      }
      assertThat(metrics.only().type()).isEqualTo(MetricType.EXPONENTIAL_HISTOGRAM);
      assertThat(metrics.only().points())
          .extracting(MetricPoint::attributes)
          .containsExactlyInAnyOrder(route("r0"), route("r1"), Cardinality.OVERFLOW);
    }
  }

  @Test
  @Compliance(
      "Metrics > Metric SDK supports configuring cardinality limit per metric (using" + " Views)")
  void aViewChoosesItsOwnLimit() {
    View view = View.of(InstrumentSelector.named("c")).withCardinalityLimit(2);
    try (Metrics metrics = Metrics.views(view)) {
      for (int i = 0; i < 10; i++) {
        metrics.meter.counterBuilder("c").build().add(1, route("r" + i));
        metrics.meter.counterBuilder("d").build().add(1, route("r" + i));
      }
      assertThat(metrics.collect())
          .extracting(metric -> metric.points().size())
          .containsExactly(2, 10);
    }
  }

  @Test
  void aDeltaStreamFindsRoomAgainWhenSeriesFallSilent() {
    View view = View.of(InstrumentSelector.named("c")).withCardinalityLimit(3);
    try (Metrics metrics = Metrics.with().views(view).reader(TemporalityPreference.DELTA).start()) {
      for (int round = 0; round < 3; round++) {
        metrics.meter.counterBuilder("c").build().add(1, route("a" + round));
        metrics.meter.counterBuilder("c").build().add(1, route("b" + round));
        assertThat(metrics.only().points())
            .extracting(MetricPoint::attributes)
            .containsExactlyInAnyOrder(route("a" + round), route("b" + round));
        assertThat(metrics.collect()).isEmpty();
      }
    }
  }

  @Test
  @Compliance(
      "Metrics > The metrics Reader implementation supports configuring the default"
          + " temporality on the basis of instrument kind.")
  void temporalityFollowsPreferenceAndKind() {
    assertThat(kindsOf(TemporalityPreference.CUMULATIVE)).isEmpty();
    assertThat(kindsOf(TemporalityPreference.DELTA))
        .containsExactly(
            InstrumentKind.COUNTER,
            InstrumentKind.HISTOGRAM,
            InstrumentKind.GAUGE,
            InstrumentKind.OBSERVABLE_COUNTER,
            InstrumentKind.OBSERVABLE_GAUGE);
    assertThat(kindsOf(TemporalityPreference.LOWMEMORY))
        .containsExactly(InstrumentKind.COUNTER, InstrumentKind.HISTOGRAM);
  }

  private static List<InstrumentKind> kindsOf(TemporalityPreference preference) {
    return List.of(InstrumentKind.values()).stream()
        .filter(kind -> preference.of(kind) == Temporality.DELTA)
        .toList();
  }

  @Test
  @Compliance({
    "Metrics > A metric Producer accepts an optional metric Filter",
    "Metrics > The metric Reader implementation supports registering metric Filter and passing them"
        + " its registered metric Producers",
    "Metrics > The metric SDK's metric Producer implementations uses the metric Filter"
  })
  void aFilterSeesWhatInstrumentsAndProducersBring() {
    try (Metrics source = Metrics.cumulative()) {
      source.meter.counterBuilder("bridged").build().add(1);
      source.meter.counterBuilder("hidden").build().add(1);
      MetricFilter filter =
          new MetricFilter() {
            @Override
            public Decision decide(
                io.heliograph.export.InstrumentationScope scope,
                String name,
                MetricType type,
                String unit) {
              return switch (name) {
                case "hidden" -> Decision.DROP;
                case "half" -> Decision.BY_ATTRIBUTES;
                default -> Decision.ACCEPT;
              };
            }

            @Override
            public boolean admits(
                io.heliograph.export.InstrumentationScope scope,
                String name,
                MetricType type,
                String unit,
                Attributes attributes) {
              return attributes.equals(route("a"));
            }
          };
      java.util.concurrent.atomic.AtomicReference<MetricFilter> passed =
          new java.util.concurrent.atomic.AtomicReference<>();
      ReaderOptions reader =
          new ReaderOptions(
              TemporalityPreference.CUMULATIVE::of,
              kind -> Aggregation.defaults(),
              2000,
              List.of(
                  given -> {
                    passed.set(given);
                    return source.collect();
                  },
                  given -> {
                    throw new IllegalStateException("producer");
                  }),
              filter);
      try (Metrics metrics = Metrics.with().reader(reader).start()) {
        metrics.meter.counterBuilder("half").build().add(1, route("a"));
        metrics.meter.counterBuilder("half").build().add(1, route("b"));
        metrics.meter.counterBuilder("hidden").build().add(1);
        List<MetricData> collected = metrics.collect();
        assertThat(collected).extracting(MetricData::name).containsExactly("half", "bridged");
        assertThat(collected.get(0).points()).hasSize(1);
        assertThat(passed).hasValue(filter);
        assertThat(metrics.faults.count()).isEqualTo(1);
      }
    }
  }
}
