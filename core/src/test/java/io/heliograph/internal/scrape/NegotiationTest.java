package io.heliograph.internal.scrape;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.export.Scrape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The format follows the Accept header. */
class NegotiationTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/openmetrics-text",
        "application/openmetrics-text; version=1.0.0; charset=utf-8",
        "Application/OpenMetrics-Text;Version=\"1.0.0\"",
        "text/plain;version=0.0.4;q=0.5,application/openmetrics-text;version=1.0.0;q=0.5",
        // Prometheus 2.42 and 3.5.
        "application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;"
            + "q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1",
        "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.5,"
            + "application/openmetrics-text;version=0.0.1;q=0.4,"
            + "text/plain;version=1.0.0;escaping=allow-utf-8;q=0.3,text/plain;version=0.0.4;q=0.2,"
            + "*/*;q=0.1"
      })
  void openMetricsWhereItIsWantedMost(String accept) {
    assertThat(Negotiation.of(accept)).isEqualTo(TextFormat.OPEN_METRICS);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        ",;,",
        "*/*",
        "text/html,application/xhtml+xml,*/*;q=0.8",
        "text/plain",
        "application/openmetrics-text;version=2.0.0",
        "application/openmetrics-text;q=0",
        "application/openmetrics-text;q=often",
        "application/openmetrics-text;q=0.4,text/plain;q=0.5",
        "application/vnd.google.protobuf"
      })
  void prometheusOwnFormatOtherwise(String accept) {
    assertThat(Negotiation.of(accept)).isEqualTo(TextFormat.PROMETHEUS);
  }

  @Test
  void theAnswerSaysItsFormat() {
    try (Scraped scraped = new Scraped()) {
      Scrape text = scraped.scraper(false).scrape(null);
      Scrape openMetrics = scraped.scraper(false).scrape(Scraped.OPEN_METRICS);
      assertThat(text.contentType()).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
      assertThat(text.body()).isEmpty();
      assertThat(openMetrics.contentType())
          .isEqualTo("application/openmetrics-text; version=1.0.0; charset=utf-8");
      assertThat(openMetrics.body()).asString().isEqualTo("# EOF\n");
    }
  }
}
