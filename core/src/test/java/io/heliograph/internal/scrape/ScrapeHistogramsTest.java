package io.heliograph.internal.scrape;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Compliance;
import io.opentelemetry.api.common.Attributes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Histograms are cumulative buckets, a sum and a count. */
class ScrapeHistogramsTest {

  private final Scraped scraped = new Scraped();

  @Test
  @Compliance("Exporters > Prometheus > Cumulative Histograms become Prometheus Histograms")
  void bucketsCountEverythingUpToTheirBoundary() {
    record(List.of(0.005, 1.0), 0.001, 0.005, 0.5, 7);
    assertThat(scraped.text())
        .isEqualTo(
            """
            # TYPE d_seconds histogram
            d_seconds_bucket{le="0.005"} 2
            d_seconds_bucket{le="1.0"} 3
            d_seconds_bucket{le="+Inf"} 4
            d_seconds_sum 7.506
            d_seconds_count 4
            """);
  }

  @Test
  void withoutBoundariesThereIsOneBucket() {
    record(List.of(), 3);
    assertThat(scraped.text())
        .contains(
            "d_seconds_bucket{le=\"+Inf\"} 1\n", "d_seconds_sum 3.0\n", "d_seconds_count 1\n");
  }

  @Test
  void openMetricsHasNoSumWhereItCouldShrink() {
    record(List.of(-1.0, 1.0), 3);
    assertThat(scraped.openMetrics())
        .contains("d_seconds_bucket{le=\"-1.0\"} 0\n")
        .doesNotContain("_sum")
        .doesNotContain("_count");
    assertThat(scraped.text()).contains("d_seconds_sum 3.0\n", "d_seconds_count 1\n");
  }

  @Test
  void anAttributeCannotTakeTheBucketsLabel() {
    scraped.meter.histogramBuilder("h").build().record(1, Scraped.attributes("le", "x"));
    assertThat(scraped.text()).contains("h_bucket{exported_le=\"x\",le=\"+Inf\"} 1\n");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.0",
    "-0.0, 0.0",
    "0.001, 0.001",
    "0.00011, 0.00011",
    "1, 1.0",
    "1.7, 1.7",
    "10, 10.0",
    "1e-10, 1e-10",
    "1e-5, 1e-05",
    "1e-4, 0.0001",
    "1e5, 100000.0",
    "1e6, 1e+06",
    "1e10, 1e+10",
    "1234567, 1.234567e+06",
    "-2.5, -2.5",
    "1.1e23, 1.1e+23",
    "1e100, 1e+100",
  })
  void boundariesHaveOneSpelling(double boundary, String text) {
    assertThat(Numbers.canonical(boundary)).isEqualTo(text);
  }

  private void record(List<Double> boundaries, double... values) {
    var histogram =
        scraped
            .meter
            .histogramBuilder("d")
            .setUnit("s")
            .setExplicitBucketBoundariesAdvice(boundaries)
            .build();
    for (double value : values) {
      histogram.record(value, Attributes.empty());
    }
  }
}
