package io.heliograph.internal.scrape;

import static io.heliograph.internal.scrape.Scraped.SPAN_ID;
import static io.heliograph.internal.scrape.Scraped.TRACE_ID;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Compliance;
import io.heliograph.export.Exemplar;
import io.heliograph.pipeline.InstrumentSelector;
import io.heliograph.pipeline.View;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Counters and buckets carry the trace that a measurement was taken in. */
class ScrapeExemplarsTest {

  private static final String IDS = "trace_id=\"" + TRACE_ID + "\",span_id=\"" + SPAN_ID + "\"";
  private static final String TIME = "1700000000.000000000";

  private final Scraped scraped = new Scraped();

  @Test
  @Compliance("Exporters > Prometheus > Exemplars for Histograms and Monotonic sums")
  void bucketsAndCountersNameTheirTrace() {
    histogram(List.of(1.0, 10.0), 0.5, 20);
    scraped.meter.counterBuilder("c").build().add(2, Attributes.empty(), Scraped.sampledSpan());
    assertThat(scraped.openMetrics())
        .contains(
            "h_bucket{le=\"1.0\"} 1 # {" + IDS + "} 0.5 " + TIME + "\n",
            "h_bucket{le=\"10.0\"} 1\n",
            "h_bucket{le=\"+Inf\"} 2 # {" + IDS + "} 20.0 " + TIME + "\n",
            "c_total 2 # {" + IDS + "} 2 " + TIME + "\n");
  }

  /** Where numbers are written in other digits, a scrape still has the ones that it must have. */
  @Test
  void theirTimeHasTheDigitsOfTheFormat() {
    Locale before = Locale.getDefault(Locale.Category.FORMAT);
    Locale.setDefault(Locale.Category.FORMAT, Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      histogram(List.of(1.0), 0.5);
      assertThat(scraped.openMetrics()).contains("} 0.5 " + TIME + "\n");
    } finally {
      Locale.setDefault(Locale.Category.FORMAT, before);
    }
  }

  @Test
  void prometheusOwnFormatHasNone() {
    histogram(List.of(1.0), 0.5);
    assertThat(scraped.text()).contains("h_bucket").doesNotContain("trace_id");
  }

  @Test
  void gaugesHaveNone() {
    scraped.meter.gaugeBuilder("g").build().set(1, Attributes.empty(), Scraped.sampledSpan());
    scraped
        .meter
        .upDownCounterBuilder("u")
        .build()
        .add(1, Attributes.empty(), Scraped.sampledSpan());
    assertThat(scraped.openMetrics()).contains("g 1.0\n", "u 1\n");
  }

  @Test
  void theLatestOneThatFitsIsGiven() {
    List<Exemplar> exemplars = List.of(exemplar(1, 30), exemplar(2, 50), exemplar(9, 70));
    assertThat(ExemplarText.latest(exemplars, value -> value < 5)).isEqualTo(exemplar(2, 50));
    assertThat(ExemplarText.latest(exemplars, value -> value > 9)).isNull();
  }

  private static Exemplar exemplar(long value, long epochNanos) {
    return new Exemplar(value, epochNanos, SpanContext.getInvalid(), Attributes.empty());
  }

  @Test
  void attributesFollowUntilTheLimitOf128Characters() {
    View view = View.of(InstrumentSelector.named("c")).removingAttributes(Set.of("a", "b", "c"));
    try (Scraped filtered = new Scraped(view)) {
      // The ids take 63: with 1 + 60 characters there are 4 left, enough for "c" and 3 wide ones.
      Attributes attributes =
          Attributes.builder()
              .put("a", "x".repeat(60))
              .put("b", "x".repeat(4))
              .put("c", "\uD83D\uDE00".repeat(3))
              .build();
      filtered.meter.counterBuilder("c").build().add(1, attributes, Scraped.sampledSpan());
      assertThat(filtered.openMetrics())
          .contains(
              IDS + ",a=\"" + "x".repeat(60) + "\",c=\"\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\"}")
          .doesNotContain("b=");
    }
  }

  @Test
  void attributesDoNotReplaceTheIds() {
    View view = View.of(InstrumentSelector.named("c")).removingAttributes(Set.of("trace.id"));
    try (Scraped filtered = new Scraped(view)) {
      filtered
          .meter
          .counterBuilder("c")
          .build()
          .add(1, Scraped.attributes("trace.id", "forged"), Scraped.sampledSpan());
      assertThat(filtered.openMetrics()).contains(IDS).doesNotContain("forged");
    }
  }

  private void histogram(List<Double> boundaries, double... values) {
    var histogram =
        scraped.meter.histogramBuilder("h").setExplicitBucketBoundariesAdvice(boundaries).build();
    for (double value : values) {
      histogram.record(value, Attributes.empty(), Scraped.sampledSpan());
    }
  }
}
