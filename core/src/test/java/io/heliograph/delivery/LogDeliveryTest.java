package io.heliograph.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Compliance;
import io.heliograph.DestinationStatus;
import io.heliograph.Heliograph;
import io.heliograph.config.PropertySource;
import io.heliograph.config.Settings;
import io.heliograph.config.Signal;
import io.heliograph.contract.receiver.OtlpReceiver;
import io.heliograph.contract.receiver.ReceivedLogRecord;
import io.heliograph.contract.receiver.ScriptedResponse;
import io.heliograph.export.DropReason;
import io.opentelemetry.api.common.KeyValue;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From an emitted log record to the receiver's answer, beside the spans of the same engine. */
class LogDeliveryTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  private final OtlpReceiver receiver = OtlpReceiver.start();

  @AfterEach
  void close() {
    receiver.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http/protobuf", "http/json", "grpc"})
  @Compliance({
    "Logs > OTLP/gRPC exporter",
    "Logs > OTLP/HTTP exporter",
    "Logs > Trace Context Injection"
  })
  void everyProtocolDeliversEveryRecordWithItsTrace(String protocol) {
    try (Heliograph heliograph = start(protocol, Map.of())) {
      Span span = heliograph.openTelemetry().getTracer("t").spanBuilder("s").startSpan();
      try (Scope ignored = span.makeCurrent()) {
        emit(heliograph, 2000);
      } finally {
        span.end();
      }
      assertThat(heliograph.flush(LONG)).isTrue();
      List<ReceivedLogRecord> records = receiver.awaitLogs(2000);
      assertThat(records).extracting(ReceivedLogRecord::body).doesNotHaveDuplicates();
      assertThat(records).hasSize(2000);
      assertThat(records)
          .allSatisfy(
              record -> {
                assertThat(record.traceId()).isEqualTo(span.getSpanContext().getTraceId());
                assertThat(record.spanId()).isEqualTo(span.getSpanContext().getSpanId());
                assertThat(record.flags())
                    .isEqualTo(span.getSpanContext().getTraceFlags().asByte());
                assertThat(record.severity()).isEqualTo(9);
                assertThat(record.serviceName()).isEqualTo("shop");
              });
      assertThat(receiver.awaitSpans(1)).hasSize(1);
      assertThat(heliograph.destinations())
          .containsExactly(
              new DestinationStatus(Signal.TRACES, "otlp", 1, 1, Map.of(), 0),
              new DestinationStatus(Signal.LOGS, "otlp", 2000, 2000, Map.of(), 0));
    }
    assertThat(receiver.violations()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http/protobuf", "http/json", "grpc"})
  void everyReceiverReadsTheDeepestBody(String protocol) {
    Value<?> nested = Value.of("core");
    for (int i = 0; i < 100_000; i++) {
      nested = Value.of(KeyValue.of("k", nested));
    }
    try (Heliograph heliograph = start(protocol, Map.of())) {
      logger(heliograph).logRecordBuilder().setBody(nested).emit();
      assertThat(heliograph.flush(LONG)).isTrue();
    }
    assertThat(receiver.awaitLogs(1).get(0).body()).isInstanceOf(Map.class);
    assertThat(receiver.violations()).isEmpty();
  }

  @Test
  void aRefusalOfLogsIsCountedForLogsAloneAndFlushSaysSo() {
    try (OtlpReceiver refusing = OtlpReceiver.start();
        Heliograph heliograph =
            start(
                "http/protobuf",
                Map.of(
                    "heliograph.exporter.otlp.logs.endpoint",
                    refusing.httpEndpoint() + "/v1/logs"))) {
      refusing.respondAlways(ScriptedResponse.http(400));
      emit(heliograph, 10);
      heliograph.openTelemetry().getTracer("t").spanBuilder("s").startSpan().end();
      assertThat(heliograph.flush(LONG)).isFalse();
      assertThat(heliograph.destinations())
          .containsExactly(
              new DestinationStatus(Signal.TRACES, "otlp", 1, 1, Map.of(), 0),
              new DestinationStatus(
                  Signal.LOGS, "otlp", 10, 0, Map.of(DropReason.REFUSED, 10L), 0));
      receiver.awaitSpans(1);
    }
  }

  @Test
  void aFullQueueDropsAndCounts() {
    receiver.respondAlways(ScriptedResponse.neverAnswer());
    try (Heliograph heliograph =
        start(
            "http/protobuf",
            Map.of(
                "heliograph.blrp.max.queue.size", "100",
                "heliograph.blrp.max.export.batch.size", "10",
                "heliograph.shutdown.timeout", "100ms"))) {
      emit(heliograph, 5000);
      DestinationStatus logs = heliograph.destinations().get(1);
      assertThat(logs.offered()).isEqualTo(5000);
      assertThat(logs.dropped().get(DropReason.QUEUE_FULL)).isGreaterThan(4000);
    }
  }

  @Test
  void closeDeliversWhatIsBuffered() {
    Heliograph heliograph = start("http/protobuf", Map.of("heliograph.shutdown.timeout", "20s"));
    emit(heliograph, 1000);
    heliograph.close();
    assertThat(receiver.logs()).hasSize(1000);
  }

  @Test
  @Compliance("Logs > OTLP File exporter")
  void filesHoldOneSignalEach(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("out.jsonl");
    try (Heliograph heliograph =
        start(
            "grpc",
            Map.of(
                "heliograph.traces.exporter", "file",
                "heliograph.logs.exporter", "file",
                "heliograph.exporter.file.path", file.toString()))) {
      emit(heliograph, 1);
      heliograph.openTelemetry().getTracer("t").spanBuilder("s").startSpan().end();
      assertThat(heliograph.flush(LONG)).isTrue();
    }
    assertThat(Files.readString(file)).contains("resourceSpans").doesNotContain("resourceLogs");
    assertThat(Files.readString(directory.resolve("out-logs.jsonl")))
        .contains("resourceLogs")
        .doesNotContain("resourceSpans");
  }

  @Test
  void noneSwitchesLogsOff() {
    try (Heliograph heliograph =
        start("http/protobuf", Map.of("heliograph.logs.exporter", "none"))) {
      emit(heliograph, 1);
      assertThat(heliograph.flush(LONG)).isTrue();
      assertThat(heliograph.destinations()).hasSize(1);
      assertThat(receiver.requests(io.heliograph.contract.receiver.Signal.LOGS)).isEmpty();
    }
  }

  private Heliograph start(String protocol, Map<String, String> more) {
    Map<String, String> properties = new HashMap<>();
    properties.put("heliograph.service.name", "shop");
    properties.put("heliograph.metrics.exporter", "none");
    properties.put("heliograph.exporter.otlp.protocol", protocol);
    properties.put(
        "heliograph.exporter.otlp.endpoint",
        protocol.equals("grpc") ? receiver.grpcEndpoint() : receiver.httpEndpoint());
    properties.putAll(more);
    return Heliograph.builder()
        .settings(Settings.load(PropertySource.of(properties, "test"), Map.of()))
        .build();
  }

  private static Logger logger(Heliograph heliograph) {
    return heliograph.openTelemetry().getLogsBridge().get("test");
  }

  private static void emit(Heliograph heliograph, int count) {
    Logger logger = logger(heliograph);
    for (int i = 0; i < count; i++) {
      logger.logRecordBuilder().setSeverity(Severity.INFO).setBody("line " + i).emit();
    }
  }
}
