package io.heliograph.contract.receiver;

import static io.heliograph.contract.receiver.Spans.request;
import static io.heliograph.contract.receiver.Spans.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OtlpReceiverTest {

  private final OtlpReceiver receiver =
      OtlpReceiver.builder().deadline(Duration.ofSeconds(20)).start();

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void decodesEveryFieldOfASpan() throws Exception {
    Sender.sendProtobuf(receiver, request(fullSpan()));

    ReceivedSpan span = receiver.awaitSpan(s -> true);

    assertThat(receiver.violations()).isEmpty();
    assertThat(span.resource()).containsExactly(Map.entry("service.name", "shop"));
    assertThat(span.scope())
        .isEqualTo(
            new ReceivedSpan.Scope(
                "scope",
                "1",
                Map.of("scope.key", "scope value"),
                "https://opentelemetry.io/schemas/1.40.0"));
    assertThat(span.traceId()).isEqualTo(Spans.TRACE_ID);
    assertThat(span.spanId()).isEqualTo("0000000000000001");
    assertThat(span.parentSpanId()).isEqualTo("0000000000000009");
    assertThat(span.traceState()).isEqualTo("vendor=1");
    assertThat(span.flags()).isEqualTo(0x301);
    assertThat(span.hasRemoteParent()).isTrue();
    assertThat(span.name()).isEqualTo("GET /items");
    assertThat(span.kind()).isEqualTo(SpanKind.SERVER);
    assertThat(span.duration()).isEqualTo(Duration.ofNanos(12_300_000));
    assertThat(span.attributes()).containsExactly(Map.entry("url.path", "/items"));
    assertThat(span.events())
        .containsExactly(new ReceivedSpan.Event("exception", 5, Map.of("k", "v"), 4));
    assertThat(span.links())
        .containsExactly(
            new ReceivedSpan.Link(
                Spans.TRACE_ID, "0000000000000007", "a=b", 1, Map.of("l", "w"), 5));
    assertThat(List.of(span.droppedAttributes(), span.droppedEvents(), span.droppedLinks()))
        .containsExactly(1, 2, 3);
    assertThat(span.status()).isEqualTo(StatusCode.ERROR);
    assertThat(span.statusMessage()).isEqualTo("broken");
  }

  @Test
  void takesGzippedProtobuf() throws Exception {
    byte[] wire = Sender.gzip(request(span(1, 0, "GET")).toByteArray());

    HttpResponse<byte[]> response =
        Sender.send(Sender.post(receiver, wire).header("Content-Encoding", "gzip"));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(receiver.awaitSpan(s -> true).name()).isEqualTo("GET");
    ReceivedRequest request = receiver.requests(Signal.TRACES).get(0);
    assertThat(request.protocol()).isEqualTo(Protocol.HTTP_PROTOBUF);
    assertThat(request.contentEncoding()).isEqualTo("gzip");
    assertThat(request.byteSize()).isEqualTo(wire.length);
    assertThat(request.header("user-agent")).isEqualTo("heliograph-test/1.0");
  }

  @Test
  void takesOtlpJson() throws Exception {
    HttpResponse<byte[]> response = Sender.sendJson(receiver, OtlpJsonTest.WELL_FORMED);

    assertThat(receiver.violations()).isEmpty();
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).asString().isEqualToIgnoringWhitespace("{}");
    ReceivedSpan span = receiver.awaitSpan(s -> true);
    assertThat(span.spanId()).isEqualTo("eee19b7ec3c1b174");
    assertThat(span.startEpochNanos()).isEqualTo(1544712660000000000L);
    assertThat(span.attribute("int")).isEqualTo(7L);
    assertThat(receiver.requests().get(0).protocol()).isEqualTo(Protocol.HTTP_JSON);
  }

  @Test
  void takesGrpcWithItsMetadata() {
    byte[] answer =
        Sender.sendGrpc(receiver, Signal.TRACES, request(span(1, 0, "GET")).toByteArray());

    assertThat(answer).isEmpty();
    assertThat(receiver.violations()).isEmpty();
    assertThat(receiver.awaitSpan(s -> true).name()).isEqualTo("GET");
    ReceivedRequest request = receiver.requests().get(0);
    assertThat(request.protocol()).isEqualTo(Protocol.GRPC);
    assertThat(request.header("api-key")).isEqualTo("secret");
    assertThat(request.header("user-agent")).startsWith("heliograph-test/1.0");
    assertThat(request.contentEncoding()).isEqualTo("gzip");
  }

  @Test
  void takesMetricsAndLogs() {
    ExportMetricsServiceRequest metrics =
        ExportMetricsServiceRequest.newBuilder()
            .addResourceMetrics(ResourceMetrics.newBuilder().setResource(Spans.shop()))
            .build();
    ExportLogsServiceRequest logs =
        ExportLogsServiceRequest.newBuilder()
            .addResourceLogs(ResourceLogs.newBuilder().setResource(Spans.shop()))
            .build();

    Sender.sendGrpc(receiver, Signal.METRICS, metrics.toByteArray());
    Sender.sendGrpc(receiver, Signal.LOGS, logs.toByteArray());

    assertThat(receiver.awaitRequests(Signal.METRICS, 1).get(0).metrics()).isEqualTo(metrics);
    assertThat(receiver.awaitRequests(Signal.LOGS, 1).get(0).logs()).isEqualTo(logs);
    assertThat(receiver.violations()).isEmpty();
  }

  @Test
  void waitsForAWholeTrace() throws Exception {
    Sender.sendProtobuf(receiver, request(span(1, 0, "GET"), span(2, 1, "SELECT")));
    Sender.sendProtobuf(receiver, request(span(3, 1, "INSERT")));

    ReceivedTrace trace = receiver.awaitTrace(ReceivedSpan::isRoot, 3);

    assertThat(trace.root().name()).isEqualTo("GET");
    assertThat(trace.children(trace.root()))
        .extracting(ReceivedSpan::name)
        .containsExactly("SELECT", "INSERT");
    assertThat(trace.only("SELECT").parentSpanId()).isEqualTo(trace.root().spanId());
    assertThat(receiver.unclaimedSpans()).isEmpty();
    assertThatThrownBy(() -> trace.only("DELETE")).hasMessageContaining("└─ shop  INSERT");
    assertThatThrownBy(() -> trace.onlyChild(trace.root())).hasMessageContaining("found 2");
  }

  @Test
  void refusesATraceThatIsTooLarge() throws Exception {
    Sender.sendProtobuf(receiver, request(span(1, 0, "GET"), span(2, 1, "SELECT")));

    assertThatThrownBy(() -> receiver.awaitTrace(ReceivedSpan::isRoot, 1))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Expected 1 spans");
  }

  @Test
  void takesNoNoticeOfSpansThatAreAlwaysIgnored() throws Exception {
    receiver.ignoreAlways(span -> span.name().equals("tick"), "it is for this test");
    receiver.reset();
    Sender.sendProtobuf(receiver, request(span(1, 0, "tick"), span(2, 0, "GET")));

    assertThat(receiver.awaitSpans(1)).extracting(ReceivedSpan::name).containsExactly("GET");
    assertThat(receiver.unclaimedSpans()).isEmpty();
    assertThat(receiver.awaitSpan(span -> span.name().equals("tick"))).isNotNull();
    assertThatThrownBy(() -> receiver.ignoreRemaining(" ")).hasMessageContaining("reason");
  }

  @Test
  void showsWhatDidArriveWhenTheWaitIsOver() throws Exception {
    try (OtlpReceiver impatient = OtlpReceiver.builder().deadline(Duration.ofMillis(1)).start()) {
      Sender.sendProtobuf(impatient, request(span(1, 0, "GET /items")));
      Sender.sendProtobuf(impatient, request(span(2, 0, "")));

      assertThatThrownBy(() -> impatient.awaitSpans(2))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("2 spans")
          .hasMessageContaining("└─ shop  GET /items  SERVER  12.3 ms  UNSET")
          .hasMessageContaining("has no name");
    }
  }

  private static Span.Builder fullSpan() {
    return span(1, 9, "GET /items")
        .setTraceState("vendor=1")
        .setFlags(0x301)
        .addAttributes(Spans.attribute("url.path", "/items"))
        .setDroppedAttributesCount(1)
        .setDroppedEventsCount(2)
        .setDroppedLinksCount(3)
        .addEvents(
            Span.Event.newBuilder()
                .setName("exception")
                .setTimeUnixNano(5)
                .setDroppedAttributesCount(4)
                .addAttributes(Spans.attribute("k", "v")))
        .addLinks(
            Span.Link.newBuilder()
                .setTraceId(Spans.bytes(Spans.TRACE_ID))
                .setSpanId(Spans.bytes(Spans.spanId(7)))
                .setTraceState("a=b")
                .setFlags(1)
                .setDroppedAttributesCount(5)
                .addAttributes(Spans.attribute("l", "w")))
        .setStatus(
            Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_ERROR).setMessage("broken"));
  }
}
