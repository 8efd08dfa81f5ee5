package io.heliograph.benchmarks.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {

  @Test
  void showsWhoRecordsLess() {
    Figures none = new Figures(Variant.NONE, new Jars(1, 1_000_000));
    Figures official = new Figures(Variant.OFFICIAL, new Jars(1, 1_000_000));
    official.sent(Scenario.PRODUCT, sent(new Tally(10, 120), new Tally(10, 60)), 10);
    official.sent(Scenario.PRODUCT, sent(new Tally(10, 120), new Tally(10, 50)), 10);

    assertThat(Report.of(List.of(none, official)))
        .contains(
            "| no telemetry | 2 spans, 1 log | 0.000 | 0.0 | 0.000 | 0.0 |  | 0 | 0 |",
            "| opentelemetry-spring-boot-starter | 2 spans, 1 log | 2.000 | 8.8 | 1.000 | 1.5 |"
                + " GET 1.00 (12.0), SELECT 1.00 (5.5) | 1 | 3 |");
  }

  private static Sent sent(Tally gets, Tally selects) {
    return new Sent(
        Map.of("GET", gets, "SELECT", selects),
        new Tally(10, 15),
        3,
        Map.of("http.server.request.duration", 3));
  }
}
