package io.heliograph.contract.receiver;

import static io.heliograph.contract.receiver.Spans.attribute;
import static io.heliograph.contract.receiver.Spans.request;
import static io.heliograph.contract.receiver.Spans.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReceiverConsoleTest {

  private final OtlpReceiver receiver = OtlpReceiver.start();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final AtomicLong clock = new AtomicLong();
  private final ReceiverConsole console =
      new ReceiverConsole(
          receiver, new PrintStream(printed, true, StandardCharsets.UTF_8), clock::get, 100);

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void printsATraceOnceItIsQuiet() throws Exception {
    send(span(1, 0, "GET"));
    console.print();
    clock.set(99);
    console.print();
    assertThat(text()).isEmpty();

    clock.set(100);
    console.print();
    console.print();

    assertThat(text()).containsOnlyOnce("shop  GET");
  }

  @Test
  void waitsForATraceThatStillGrows() throws Exception {
    send(span(1, 0, "GET"));
    console.print();
    send(span(2, 1, "SELECT"));
    clock.set(100);
    console.print();
    assertThat(text()).isEmpty();

    clock.set(200);
    console.print();

    assertThat(text())
        .isEqualToIgnoringNewLines(
            "trace 4bf92f3577b34da6a3ce929d0e0e4736, 2 spans"
                + "└─ shop  GET  SERVER  12.3 ms  UNSET"
                + "   └─ shop  SELECT  SERVER  12.3 ms  UNSET");
  }

  @Test
  void printsWhatIsLeftAndCountsAtTheEnd() throws Exception {
    send(
        span(1, 0, "GET\nforged")
            .addAttributes(attribute("http.route", "/items"))
            .setStatus(Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_ERROR)));

    console.close();

    assertThat(text())
        .contains("shop  GET?forged  SERVER  12.3 ms  ERROR  http.route=/items")
        .endsWith(
            "spans 1, errors 1, services 1, metric points 0, exemplars 0, logs 0, logs with trace 0\n");
  }

  @Test
  void printsWhatTheApplicationSaysAboutItsOwnWork() throws Exception {
    send(
        span(1, 0, "place order")
            .setKind(Span.SpanKind.SPAN_KIND_INTERNAL)
            .addAttributes(attribute("product.id", "telescope"))
            .addAttributes(attribute("code.function.name", "Desk.place")));

    console.close();

    assertThat(text()).contains("UNSET  product.id=telescope\n").doesNotContain("Desk.place");
  }

  @Test
  void printsViolations() throws Exception {
    send(span(1, 0, ""));

    console.print();

    assertThat(text()).contains("violation of OTLP").contains("has no name");
  }

  @Test
  void printsLogLinesAndExemplarsInTheirTrace() throws Exception {
    send(span(1, 0, "POST /orders"));
    send(span(2, 1, "SELECT").setStartTimeUnixNano(LogRecords.TIME + 1));
    LogRecords.send(receiver, Spans.TRACE_ID, Spans.spanId(1), "Order of 2\nforged");
    Metrics.send(receiver, Spans.TRACE_ID, Spans.spanId(1));

    console.close();

    assertThat(text())
        .contains(
            """
            trace 4bf92f3577b34da6a3ce929d0e0e4736, 2 spans, 1 log line
            └─ shop  POST /orders  SERVER  12.3 ms  UNSET  ◆ http.server.request.duration 3500 ms
               ├─ » WARN  Order of 2?forged  [Cart]
               └─ shop  SELECT  SERVER""");
  }

  @Test
  void tellsOnceOfAnExemplarThatIsExportedAgain() throws Exception {
    send(span(1, 0, "POST /orders"));
    Metrics.send(receiver, Spans.TRACE_ID, Spans.spanId(1));
    Metrics.send(receiver, Spans.TRACE_ID, Spans.spanId(1));

    console.close();

    assertThat(text()).containsOnlyOnce("◆");
  }

  @Test
  void printsMetricsAndLinesWithoutATraceAsTheyArrive() {
    LogRecords.send(receiver, "", "", "Started");
    Metrics.send(receiver, Spans.TRACE_ID, Spans.spanId(1));

    console.print();
    console.print();

    assertThat(text())
        .isEqualTo(
            """
            metric shop  http.server.request.duration  histogram in s  1 point, 1 exemplar
            log shop  WARN  Started  [Cart]
            """);
  }

  @Test
  void printsALineWhoseTraceNeverCameAtTheEnd() {
    LogRecords.send(receiver, Spans.TRACE_ID, Spans.spanId(1), "Lost");
    console.print();
    assertThat(text()).isEmpty();

    console.close();

    assertThat(text())
        .isEqualTo(
            """
            log shop  WARN  Lost  [Cart]  trace 4bf92f3577b34da6a3ce929d0e0e4736
            spans 0, errors 0, services 0, metric points 0, exemplars 0, logs 1, logs with trace 1
            """);
  }

  private void send(Span.Builder span) throws Exception {
    Sender.sendProtobuf(receiver, request(span));
  }

  private String text() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
