package io.heliograph.internal.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Compliance;
import io.heliograph.export.DropReason;
import io.heliograph.export.ExportResult;
import io.heliograph.export.Payload;
import io.heliograph.export.ReadableSpan;
import io.heliograph.export.SendResult;
import io.heliograph.export.Sender;
import io.heliograph.internal.otlp.OtlpEncoder;
import io.heliograph.internal.otlp.TestSpan;
import io.heliograph.internal.send.Logs;
import io.heliograph.internal.send.ScriptedSender;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every item of a batch gets a result, and it is the truth. */
class OtlpExporterTest {

  private static final int LIMIT = 1000;

  private final Logs logs = new Logs();
  private final List<ExportResult> results = new ArrayList<>();

  @Test
  void aTakenRequestIsDelivered() {
    export(ScriptedSender.answering(), spans(3));
    assertThat(results).containsExactly(ExportResult.delivered(3));
    assertThat(logs.lines()).isEmpty();
  }

  @Test
  @Compliance("Exporters > OTLP > Partial Success messages are handled and logged for OTLP/gRPC")
  void rejectedItemsAreDroppedAndLogged() {
    export(ScriptedSender.answering(new SendResult.Accepted(2, "too\nold")), spans(3));
    assertThat(results).containsExactly(new ExportResult(1, Map.of(DropReason.REJECTED, 2)));
    assertThat(logs.lines())
        .containsExactly("Heliograph: http://receiver.test rejected 2 of 3 items: too?old");
  }

  @Test
  void aReceiverThatRejectsMoreThanItGotIsNotBelieved() {
    export(ScriptedSender.answering(new SendResult.Accepted(99, "")), spans(3));
    assertThat(results).containsExactly(ExportResult.dropped(3, DropReason.REJECTED));
  }

  @Test
  void aWarningIsLoggedAndNothingDropped() {
    export(ScriptedSender.answering(new SendResult.Accepted(0, "quota soon")), spans(3));
    assertThat(results).containsExactly(ExportResult.delivered(3));
    assertThat(logs.lines()).containsExactly("Heliograph: http://receiver.test warns: quota soon");
  }

  @ParameterizedTest
  @CsvSource({
    "refused, REFUSED",
    "retryable, RETRY_TIMEOUT",
    "aborted, SHUTDOWN",
    "failed, EXPORTER_FAILED"
  })
  void everyOtherAnswerIsADropReason(String answer, DropReason reason) {
    Map<String, SendResult> answers =
        Map.of(
            "refused", new SendResult.Refused("HTTP 401"),
            "retryable", new SendResult.Retryable("HTTP 503", null, false),
            "aborted", new SendResult.Aborted(),
            "failed", new SendResult.Failed(new IllegalStateException()));
    export(ScriptedSender.answering(answers.get(answer)), spans(3));
    assertThat(results).containsExactly(ExportResult.dropped(3, reason));
  }

  @Test
  void aRefusalNamesTheSettingsToLookAt() {
    export(ScriptedSender.answering(new SendResult.Refused("HTTP 401")), spans(3));
    assertThat(logs.lines())
        .containsExactly(
            "Heliograph: http://receiver.test refused 3 items (HTTP 401); they are lost. Maybe the"
                + " URL, the protocol or the credentials are wrong: check"
                + " heliograph.exporter.otlp.endpoint and heliograph.exporter.otlp.headers");
  }

  @Test
  @Compliance("Exporters > OTLP > Enforces request size limit")
  void aRequestOverTheLimitIsSentInPartsInOrder() throws Exception {
    List<ReadableSpan> batch = spans(50);
    List<String> names = new ArrayList<>();
    export(recording(names), batch);
    assertThat(results).containsExactly(ExportResult.delivered(50));
    assertThat(names).containsExactlyElementsOf(batch.stream().map(ReadableSpan::name).toList());
  }

  @Test
  void onlyTheItemThatIsTooLargeIsDropped() {
    List<ReadableSpan> batch = new ArrayList<>(spans(9));
    batch.add(4, TestSpan.of("x".repeat(LIMIT)));
    export(ScriptedSender.answering(), batch);
    assertThat(results).containsExactly(new ExportResult(9, Map.of(DropReason.TOO_LARGE, 1)));
  }

  @Test
  void onlyTheItemThatCannotBeEncodedIsDropped() {
    List<ReadableSpan> batch = new ArrayList<>(spans(9));
    batch.add(4, TestSpan.of("x", null));
    export(ScriptedSender.answering(), batch);
    assertThat(results).containsExactly(new ExportResult(9, Map.of(DropReason.EXPORTER_FAILED, 1)));
  }

  @Test
  void aSenderThatThrowsIsAnswered() {
    export(
        new FunctionSender(
            (payload, done) -> {
              throw new IllegalStateException();
            }),
        spans(3));
    assertThat(results).containsExactly(ExportResult.dropped(3, DropReason.EXPORTER_FAILED));
  }

  @Test
  void requestsInFlightDoNotShareABuffer() throws Exception {
    ScriptedSender silent = ScriptedSender.silent();
    OtlpExporter<ReadableSpan> exporter = exporter(silent);
    exporter.export(List.of(TestSpan.of("first")), results::add);
    exporter.export(List.of(TestSpan.of("other")), results::add);
    assertThat(names(silent.sent().get(0))).containsExactly("first");
    assertThat(names(silent.sent().get(1))).containsExactly("other");
  }

  @Test
  @Compliance("Exporters > Exporter interface has `ForceFlush`")
  void flushTellsWhenAndWhetherEverythingArrived() {
    Map<Payload, Consumer<SendResult>> open = new HashMap<>();
    OtlpExporter<ReadableSpan> exporter = exporter(holding(open));
    exporter.export(spans(1), results::add);
    var flush = exporter.flush().toCompletableFuture();
    assertThat(flush).isNotDone();
    open.values().forEach(done -> done.accept(new SendResult.Refused("HTTP 400")));
    assertThat(flush).isCompletedWithValue(false);
    assertThat(exporter.flush().toCompletableFuture()).isCompletedWithValue(true);
  }

  private void export(Sender sender, List<ReadableSpan> batch) {
    exporter(sender).export(batch, results::add);
  }

  private OtlpExporter<ReadableSpan> exporter(Sender sender) {
    return new OtlpExporter<>(() -> OtlpEncoder.spans(LIMIT), sender, logs.log());
  }

  private static List<ReadableSpan> spans(int count) {
    return IntStream.range(0, count).<ReadableSpan>mapToObj(i -> TestSpan.of("span " + i)).toList();
  }

  private static List<String> names(Payload payload) {
    try {
      return ExportTraceServiceRequest.parseFrom(
              ByteBuffer.wrap(payload.bytes(), 0, payload.length()))
          .getResourceSpansList()
          .stream()
          .flatMap(resource -> resource.getScopeSpansList().stream())
          .flatMap(scope -> scope.getSpansList().stream())
          .map(span -> span.getName())
          .toList();
    } catch (com.google.protobuf.InvalidProtocolBufferException broken) {
      throw new AssertionError(broken);
    }
  }

  private static Sender recording(List<String> names) {
    return new FunctionSender(
        (payload, done) -> {
          names.addAll(names(payload));
          done.accept(new SendResult.Accepted(0, ""));
        });
  }

  private static Sender holding(Map<Payload, Consumer<SendResult>> open) {
    return new FunctionSender(open::put);
  }

  private record FunctionSender(
      java.util.function.BiConsumer<Payload, Consumer<SendResult>> function) implements Sender {
    @Override
    public void send(Payload payload, Consumer<SendResult> done) {
      function.accept(payload, done);
    }

    @Override
    public String target() {
      return "http://receiver.test";
    }

    @Override
    public void close() {}
  }
}
