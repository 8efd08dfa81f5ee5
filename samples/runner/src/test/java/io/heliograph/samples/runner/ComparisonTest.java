package io.heliograph.samples.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.contract.receiver.Received;
import io.heliograph.contract.receiver.ReceivedLogRecord;
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
            List.of(),
            List.of());

    assertThat(
            Comparison.differences(
                List.of(failed),
                new Received(List.of(span("1", "driver", "GET /products")), List.of(), List.of()),
                "driver",
                ""))
        .containsExactly(
            "shop CLIENT \"GET /products\" has status UNSET instead of ERROR",
            "shop CLIENT \"GET /products\" has error.type=null instead of 404");
  }

  @Test
  void findsNothingWhereTheLinesAreAsCalledFor() {
    assertThat(logDifferences(Made.log("shop", "1", "INFO", "Order 17 placed"))).isEmpty();
  }

  @Test
  void namesAMissingLine() {
    assertThat(logDifferences())
        .containsExactly(
            "missing in shop CLIENT \"POST /orders\": shop logs INFO \"Order {order} placed\"");
  }

  @Test
  void namesALineThatLostItsTrace() {
    assertThat(logDifferences(Made.log("shop", "", "INFO", "Order 17 placed")))
        .hasSize(2)
        .contains("not called for: shop logs INFO \"Order 17 placed\" in no trace");
  }

  @Test
  void namesALineOfAnotherOrderInThisTrace() {
    assertThat(logDifferences(Made.log("shop", "1", "INFO", "Order 18 placed")))
        .hasSize(2)
        .contains("not called for: shop logs INFO \"Order 18 placed\" in POST /orders");
  }

  @Test
  void namesALineInAnotherSpan() {
    assertThat(logDifferences(Made.log("shop", "gone", "INFO", "Order 17 placed")))
        .hasSize(2)
        .contains(
            "not called for: shop logs INFO \"Order 17 placed\" in a span that did not arrive");
  }

  @Test
  void namesALineOfAnotherSeverityAndOneTooMany() {
    assertThat(
            logDifferences(
                Made.log("shop", "1", "INFO", "Order 17 placed"),
                Made.log("shop", "1", "WARN", "Order 17 placed")))
        .containsExactly("not called for: shop logs WARN \"Order 17 placed\" in POST /orders");
  }

  @Test
  void leavesTheFrameworksLinesToTheFramework() {
    assertThat(
            logDifferences(
                Made.log("shop", "1", "INFO", "Order 17 placed"),
                Made.log("shop", "", "INFO", "Started", "com.acme.shop.ShopApplication"),
                Made.log("shop", "1", "INFO", "Initialised", "org.springframework.web")))
        .isEmpty();
  }

  private static List<String> logDifferences(ReceivedLogRecord... logs) {
    ExpectedSpan order =
        new ExpectedSpan(
            "shop",
            SpanKind.CLIENT,
            "POST /orders",
            StatusCode.UNSET,
            Map.of(),
            List.of(new ExpectedLog("shop", "INFO", "Order {order} placed")),
            List.of());
    return Comparison.differences(
        List.of(order),
        new Received(List.of(span("1", "driver", "POST /orders")), List.of(), List.of(logs)),
        "driver",
        "17");
  }

  private static List<String> differences(ReceivedSpan... arrived) {
    return Comparison.differences(
        List.of(SERVER), new Received(List.of(arrived), List.of(), List.of()), "driver", "");
  }

  private static ExpectedSpan expected(String name, List<ExpectedSpan> children) {
    return new ExpectedSpan(
        "shop", SpanKind.CLIENT, name, StatusCode.UNSET, Map.of(), List.of(), children);
  }

  private static ReceivedSpan span(String id, String parent, String name) {
    return Made.span("shop", SpanKind.CLIENT, id, parent, name);
  }
}
