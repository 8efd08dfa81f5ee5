package io.heliograph.benchmarks.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {

  @Test
  void isMetUpToTheRatioThatIsAsked() {
    assertThat(verdicts(135, 135)).extracting(Verdict::met).containsExactly(true, true, true);
  }

  @Test
  void isMissedAboveIt() {
    assertThat(verdicts(136, 135)).extracting(Verdict::met).containsExactly(false, true, true);
    assertThat(verdicts(135, 136)).extracting(Verdict::met).containsExactly(true, false, true);
  }

  @Test
  void isNotMetByAPeerThatSeemsToCostNothing() {
    assertThat(new Verdict("noise", 5, -1, 0.35).met()).isFalse();
  }

  @Test
  void isGivenOnlyWhereBothSidesWereMeasured() {
    assertThat(Verdict.of(new Overheads(List.of(figures(Variant.NONE, 100, 100))))).isEmpty();
  }

  @Test
  void standsInTheReport() {
    assertThat(Report.of(all(136, 135)))
        .contains(
            "| CPU µs per request of 2 spans, 1 log, to opentelemetry-spring-boot-starter | 36 | 100 | 0.36 | 0.35 | MISSED |")
        .contains("| no telemetry | 125.0 | +0.0 |");
  }

  /** The official starter costs 100 µs for each request, and nothing at the start, as we do. */
  private static List<Verdict> verdicts(double products, double orders) {
    return Verdict.of(new Overheads(all(products, orders)));
  }

  private static List<Figures> all(double products, double orders) {
    return List.of(
        figures(Variant.NONE, 100, 100),
        figures(Variant.HELIOGRAPH, products, orders),
        figures(Variant.OFFICIAL, 200, 200));
  }

  /** Two rounds on a machine that became slower. */
  private static Figures figures(Variant variant, double products, double orders) {
    Figures figures = new Figures(variant, new Jars(1, 1_000_000));
    for (double slower : new double[] {0, 50}) {
      figures.add(Scenario.PRODUCT, new Round(products + slower, 1, 1, 1, 1));
      figures.add(Scenario.ORDER, new Round(orders + slower, 1, 1, 1, 1));
    }
    figures.add(new Start(1_000_000, 1_000));
    return figures;
  }
}
