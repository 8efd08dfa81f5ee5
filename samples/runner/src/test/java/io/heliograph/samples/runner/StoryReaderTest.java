package io.heliograph.samples.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoryReaderTest {

  @Test
  void readsChaptersRequestsAndTrees() {
    List<Chapter> story =
        read(
            "# Title",
            "Prose.",
            "## At start",
            "- shop-stock CLIENT `INSERT stock` db.system.name={db}",
            "## An order",
            "> POST orders /orders {\"quantity\": 2} -> 500",
            "- shop-orders SERVER `POST /orders` ERROR",
            "  - shop-orders INTERNAL `place order`",
            "    - shop-orders logs INFO `Order {order} placed`",
            "    - shop-stock CLIENT `UPDATE stock`",
            "  - shop-orders CLIENT `INSERT customer_order`",
            "  - shop-orders logs ERROR `POST /orders failed`");

    assertThat(story).extracting(Chapter::spanCount).containsExactly(1, 4);
    assertThat(story.get(0).request()).isNull();
    assertThat(story.get(0).spans().get(0).attributes()).containsEntry("db.system.name", "h2");
    assertThat(story.get(1).request())
        .isEqualTo(new ShopRequest("POST", Part.ORDERS, "/orders", "{\"quantity\": 2}", 500));
    ExpectedSpan server = story.get(1).spans().get(0);
    assertThat(server.kind()).isEqualTo(SpanKind.SERVER);
    assertThat(server.status()).isEqualTo(StatusCode.ERROR);
    assertThat(server.children())
        .extracting(ExpectedSpan::name)
        .containsExactly("place order", "INSERT customer_order");
    assertThat(server.children().get(0).children())
        .extracting(ExpectedSpan::name)
        .containsExactly("UPDATE stock");
    assertThat(server.logs())
        .containsExactly(new ExpectedLog("shop-orders", "ERROR", "POST /orders failed"));
    assertThat(server.children().get(0).logs())
        .containsExactly(new ExpectedLog("shop-orders", "INFO", "Order {order} placed"));
  }

  @Test
  void refusesALineThatItDoesNotUnderstand() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("## An order", "- shop-orders SERVER without a name"))
        .withMessageContaining("without a name");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("## An order", "> POST orders /orders"))
        .withMessageContaining("> POST orders /orders");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("## An order", "- shop-orders SERVER `POST /orders` FAILED"))
        .withMessageContaining("FAILED");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("## An order", "- shop-orders logs INFO `Order placed`"))
        .withMessageContaining("not below a span");
  }

  private static List<Chapter> read(String... lines) {
    return new StoryReader(Map.of("db", "h2")).read(List.of(lines));
  }
}
