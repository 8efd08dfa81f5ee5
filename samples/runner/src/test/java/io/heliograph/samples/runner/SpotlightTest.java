package io.heliograph.samples.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.contract.receiver.Received;
import io.heliograph.contract.receiver.ReceivedLogRecord;
import io.heliograph.contract.receiver.ReceivedSpan;
import io.opentelemetry.api.trace.SpanKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpotlightTest {

  private final List<ReceivedSpan> spans =
      List.of(Made.span("shop-orders", SpanKind.SERVER, "a1", "driver", "POST /orders"));
  private final List<ReceivedLogRecord> logs =
      List.of(Made.log("shop-orders", "a1", "INFO", "Order placed"));

  @Test
  void leadsFromTheNumberToTheLogLines() {
    Received received =
        new Received(
            spans,
            List.of(
                Made.requests("shop-orders", 1, Made.TRACE, "a1"),
                Made.requests("shop-orders", 2, Made.TRACE, "a1")),
            logs);

    assertThat(Spotlight.text(received, Made.TRACE))
        .isEqualTo(
            """
            From the number to its exemplar:
              shop-orders  http.server.request.duration  POST /orders 201
                2 measured, at most 250 ms; one of them ◆ 2 ms in span a1

            From the exemplar to its trace, from the trace to its log lines:
            trace 0af7651916cd43dd8448eb211c80319c, 1 span, 1 log line
            └─ shop-orders  POST /orders  2.0 ms  ◆ http.server.request.duration 2 ms
               └─ » INFO  Order placed  [Desk]""");
  }

  @Test
  void saysWhenNoExemplarLeadsToIt() {
    assertThat(Spotlight.text(new Received(spans, List.of(), logs), Made.TRACE))
        .contains("(no exemplar leads to it)")
        .endsWith("└─ » INFO  Order placed  [Desk]");
  }
}
