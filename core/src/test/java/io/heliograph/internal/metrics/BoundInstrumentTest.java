package io.heliograph.internal.metrics;

import static io.heliograph.internal.metrics.Metrics.route;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.export.Exemplar;
import io.heliograph.export.HistogramPoint;
import io.heliograph.export.MetricPoint;
import io.heliograph.export.NumberPoint;
import io.heliograph.pipeline.BindableInstrument;
import io.heliograph.pipeline.InstrumentSelector;
import io.heliograph.pipeline.TemporalityPreference;
import io.heliograph.pipeline.View;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A bound instrument keeps its series, and must not keep one that the engine has let go. */
class BoundInstrumentTest {

  @Test
  void isNoSeriesBeforeItRecords() {
    try (Metrics metrics = Metrics.cumulative()) {
      counter(metrics, "a");
      assertThat(metrics.collect()).isEmpty();
    }
  }

  @Test
  void sharesItsSeriesWithTheInstrumentAndWithOthersOfItsAttributes() {
    try (Metrics metrics = Metrics.cumulative()) {
      counter(metrics, "a").record(1);
      counter(metrics, "a").record(2);
      metrics.meter.counterBuilder("c").build().add(4, route("a"));
      assertThat(metrics.point(NumberPoint.class).longValue()).isEqualTo(7);
    }
  }

  @Test
  void goesOnAfterItsSeriesWasIdleAndRemoved() {
    try (Metrics metrics = Metrics.delta()) {
      BindableInstrument.Bound bound = counter(metrics, "a");
      bound.record(1);
      assertThat(metrics.point(NumberPoint.class).longValue()).isEqualTo(1);
      assertThat(metrics.collect()).isEmpty();
      bound.record(2);
      assertThat(metrics.point(NumberPoint.class).longValue()).isEqualTo(2);
      assertThat(metrics.collect()).isEmpty();
    }
  }

  @Test
  void leavesTheOverflowSeriesWhenThereIsRoom() {
    View two = View.of(InstrumentSelector.named("c")).withCardinalityLimit(2);
    try (Metrics metrics = Metrics.with().views(two).reader(TemporalityPreference.DELTA).start()) {
      BindableInstrument.Bound late = counter(metrics, "late");
      counter(metrics, "early").record(1);
      late.record(1);
      assertThat(metrics.only().points())
          .extracting(MetricPoint::attributes)
          .containsExactlyInAnyOrder(route("early"), Cardinality.OVERFLOW);

      late.record(1);
      assertThat(metrics.only().points())
          .extracting(MetricPoint::attributes)
          .containsExactly(Cardinality.OVERFLOW);

      late.record(1);
      assertThat(metrics.only().points())
          .extracting(MetricPoint::attributes)
          .containsExactly(route("late"));
    }
  }

  @Test
  void recordsToTheSeriesOfAViewThatRemovesAttributes() {
    View none = View.of(InstrumentSelector.named("c")).keepingAttributes(Set.of("other"));
    try (Metrics metrics = Metrics.views(none)) {
      counter(metrics, "a").record(1);
      counter(metrics, "b").record(2);
      NumberPoint point = metrics.point(NumberPoint.class);
      assertThat(point.attributes()).isEqualTo(Attributes.empty());
      assertThat(point.longValue()).isEqualTo(3);
    }
  }

  @Test
  void takesItsExemplarFromTheContextItIsGiven() {
    try (Metrics metrics = Metrics.cumulative()) {
      BindableInstrument histogram =
          (BindableInstrument) metrics.meter.histogramBuilder("h").build();
      histogram.bind(route("a")).record(1.5, Metrics.span(true));
      histogram.bind(route("a")).record(0.5, Context.root());

      HistogramPoint point = metrics.point(HistogramPoint.class);
      assertThat(point.count()).isEqualTo(2);
      assertThat(point.exemplars()).extracting(Exemplar::value).containsExactly(1.5);
      assertThat(point.exemplars().get(0).spanContext().getSpanId()).isEqualTo(Metrics.SPAN_ID);
    }
  }

  private static BindableInstrument.Bound counter(Metrics metrics, String route) {
    return ((BindableInstrument) metrics.meter.counterBuilder("c").build()).bind(route(route));
  }
}
