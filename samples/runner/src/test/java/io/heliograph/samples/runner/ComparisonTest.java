package io.heliograph.samples.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.contract.receiver.ReceivedSpan;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final ExpectedSpan SQL = expected("SELECT product", List.of());
  private static final ExpectedSpan SERVER = expected("GET /products", List.of(SQL));

  @Test
  void findsNothingWhereAllIsAsCalledFor() {
    assertThat(differences(span("1", "driver", "GET /products"), span("2", "1", "SELECT product")))
        .isEmpty();
  }

  @Test
  void namesAMissingSpanAndItsPlace() {
    assertThat(differences(span("1", "driver", "GET /products")))
        .containsExactly(
            "missing below shop CLIENT \"GET /products\": shop CLIENT \"SELECT product\"");
    assertThat(differences())
        .containsExactly("missing at the top: shop CLIENT \"GET /products\", with the 1 below it");
  }

  @Test
  void namesASpanTooMany() {
    assertThat(
            differences(
                span("1", "driver", "GET /products"),
                span("2", "1", "SELECT product"),
                span("3", "1", "SELECT product")))
        .containsExactly(
            "not called for: shop CLIENT \"SELECT product\" with parent GET /products");
  }

  @Test
  void namesASpanInAnotherPlace() {
    assertThat(
            differences(span("1", "driver", "GET /products"), span("2", "gone", "SELECT product")))
        .contains(
            "not called for: shop CLIENT \"SELECT product\" with parent gone, which did not arrive")
        .hasSize(2);
  }

  @Test
  void namesAWrongStatusAndAWrongAttribute() {
    ExpectedSpan failed =
        new ExpectedSpan(
            "shop",
            SpanKind.CLIENT,
            "GET /products",
            StatusCode.ERROR,
            Map.of("error.type", "404"),
            List.of());

    assertThat(
            Comparison.differences(
                List.of(failed), List.of(span("1", "driver", "GET /products")), "driver"))
        .containsExactly(
            "shop CLIENT \"GET /products\" has status UNSET instead of ERROR",
            "shop CLIENT \"GET /products\" has error.type=null instead of 404");
  }

  private static List<String> differences(ReceivedSpan... arrived) {
    return Comparison.differences(List.of(SERVER), List.of(arrived), "driver");
  }

  private static ExpectedSpan expected(String name, List<ExpectedSpan> children) {
    return new ExpectedSpan("shop", SpanKind.CLIENT, name, StatusCode.UNSET, Map.of(), children);
  }

  private static ReceivedSpan span(String id, String parent, String name) {
    return new ReceivedSpan(
        Map.of("service.name", "shop"),
        new ReceivedSpan.Scope("test", "", Map.of(), ""),
        "trace",
        id,
        parent,
        "",
        1,
        name,
        SpanKind.CLIENT,
        1,
        2,
        Map.of(),
        0,
        List.of(),
        0,
        List.of(),
        0,
        StatusCode.UNSET,
        "");
  }
}
