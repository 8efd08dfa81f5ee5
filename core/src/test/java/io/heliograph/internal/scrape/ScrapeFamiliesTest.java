package io.heliograph.internal.scrape;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Compliance;
import io.heliograph.export.MetricData;
import io.heliograph.pipeline.Aggregation;
import io.heliograph.pipeline.InstrumentSelector;
import io.heliograph.pipeline.View;
import io.opentelemetry.api.metrics.Meter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Metrics that want the same name, and metrics that cannot be exposed. */
class ScrapeFamiliesTest {

  private final Scraped scraped = new Scraped();
  private final Meter other = scraped.provider.get("other");

  @Test
  @Compliance("Exporters > Prometheus > Metadata Deduplication")
  void aMetricOfTwoLibrariesIsOneFamily() {
    scraped.meter.counterBuilder("c").setDescription("One.").build().add(1);
    other.counterBuilder("c").setDescription("Two.").build().add(2);
    Scraper scraper = scraped.scraper(true);
    assertThat(Scraped.body(scraper, null))
        .isEqualTo(
            """
            # TYPE c_total counter
            # HELP c_total One.
            c_total{otel_scope_name="test"} 1
            c_total{otel_scope_name="other"} 2
            """);
    Scraped.body(scraper, null);
    assertThat(scraped.lines).singleElement().asString().contains("metric c", "more than one");
  }

  @Test
  void aMetricOfAnotherTypeWithTheSameNameIsLeftOutAndSaidOnce() {
    scraped.meter.counterBuilder("c").build().add(1);
    other.gaugeBuilder("c").build().set(2);
    Scraper scraper = scraped.scraper(true);
    for (int i = 0; i < 3; i++) {
      assertThat(Scraped.body(scraper, null))
          .isEqualTo("# TYPE c_total counter\nc_total{otel_scope_name=\"test\"} 1\n");
    }
    assertThat(scraped.lines)
        .singleElement()
        .isEqualTo(
            "Heliograph: scrape: metric c is left out, because another one of type COUNTER has the"
                + " name c");
  }

  @Test
  void aMetricWithTheNameOfAnotherOnesSamplesIsLeftOut() {
    scraped.meter.histogramBuilder("h").build().record(1);
    scraped.meter.gaugeBuilder("h.sum").build().set(1);
    scraped.meter.gaugeBuilder("target.info").build().set(1);
    assertThat(scraped.text()).doesNotContain("h_sum gauge").doesNotContain("target_info");
    assertThat(scraped.lines).hasSize(2);
  }

  @Test
  void exponentialHistogramsAreLeftOutAndSaidOnce() {
    View view =
        View.of(InstrumentSelector.named("e")).withAggregation(Aggregation.exponentialHistogram());
    try (Scraped exponential = new Scraped(view)) {
      exponential.meter.histogramBuilder("e").build().record(1);
      Scraper scraper = exponential.scraper(false);
      assertThat(Scraped.body(scraper, null)).isEmpty();
      assertThat(Scraped.body(scraper, Scraped.OPEN_METRICS)).isEqualTo("# EOF\n");
      assertThat(exponential.lines).singleElement().asString().contains("metric e", "view");
    }
  }

  @Test
  void deltasOfAProducerAreLeftOut() {
    scraped.produced.addAll(deltas());
    assertThat(scraped.text()).isEqualTo("# TYPE g gauge\ng 1.0\n");
    assertThat(scraped.lines).singleElement().asString().contains("metric c", "deltas");
  }

  private static List<MetricData> deltas() {
    try (Scraped producer = Scraped.delta()) {
      producer.meter.counterBuilder("c").build().add(1);
      producer.meter.gaugeBuilder("g").build().set(1);
      return producer.collect();
    }
  }
}
