package io.heliograph.contract.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import io.grpc.StatusRuntimeException;
import io.opentelemetry.proto.logs.v1.LogRecord;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The receiver decodes log records, and refuses those that break the rules. */
class LogRecordsTest {

  private final OtlpReceiver receiver =
      OtlpReceiver.builder().deadline(Duration.ofSeconds(10)).start();

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void decodesEveryField() {
    Sender.sendGrpc(
        receiver, Signal.LOGS, LogRecords.request(LogRecords.wellFormed()).toByteArray());

    ReceivedLogRecord record = receiver.awaitLogs(1).get(0);
    assertThat(record.serviceName()).isEqualTo("shop");
    assertThat(record.scope().name()).isEqualTo("com.acme.Cart");
    assertThat(record.epochNanos()).isEqualTo(LogRecords.TIME);
    assertThat(record.observedEpochNanos()).isEqualTo(LogRecords.TIME + 1);
    assertThat(record.severity()).isEqualTo(13);
    assertThat(record.severityText()).isEqualTo("WARN");
    assertThat(record.body()).isEqualTo("cart is empty");
    assertThat(record.attribute("user")).isEqualTo("7");
    assertThat(record.droppedAttributes()).isEqualTo(2);
    assertThat(record.flags()).isEqualTo(1);
    assertThat(record.traceId()).isEqualTo(LogRecords.TRACE_ID);
    assertThat(record.spanId()).isEqualTo(LogRecords.SPAN_ID);
    assertThat(record.eventName()).isEqualTo("cart.empty");
    assertThat(receiver.awaitLog(ReceivedLogRecord::hasTrace)).isEqualTo(record);
    assertThat(receiver.violations()).isEmpty();
  }

  @Test
  void takesARecordWithoutTraceOrSeverity() {
    LogRecord.Builder bare = LogRecord.newBuilder().setObservedTimeUnixNano(1);
    Sender.sendGrpc(receiver, Signal.LOGS, LogRecords.request(bare).toByteArray());

    assertThat(receiver.awaitLogs(1).get(0).hasTrace()).isFalse();
    assertThat(receiver.violations()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("malformed")
  void refuses(String violation, Consumer<LogRecord.Builder> defect) {
    LogRecord.Builder record = LogRecords.wellFormed();
    defect.accept(record);
    byte[] request = LogRecords.request(record).toByteArray();

    assertThatThrownBy(() -> Sender.sendGrpc(receiver, Signal.LOGS, request))
        .isInstanceOf(StatusRuntimeException.class)
        .hasMessageStartingWith("INVALID_ARGUMENT");
    assertThat(receiver.violations()).singleElement().asString().contains(violation);
    assertThat(receiver.logs()).isEmpty();
  }

  static Stream<Arguments> malformed() {
    UnknownFieldSet unknown =
        UnknownFieldSet.newBuilder()
            .addField(99, UnknownFieldSet.Field.newBuilder().addVarint(1).build())
            .build();
    ByteString zero = ByteString.copyFrom(new byte[16]);
    return Stream.of(
        with("trace_id has 3 bytes", r -> r.setTraceId(Spans.bytes("010203"))),
        with("trace_id is all zero", r -> r.setTraceId(zero)),
        with("span_id has 1 bytes", r -> r.setSpanId(Spans.bytes("01"))),
        with("a span_id and no trace_id", LogRecord.Builder::clearTraceId),
        with("the severity 25", r -> r.setSeverityNumberValue(25)),
        with("reserved flags", r -> r.setFlags(0x100)),
        with("time beyond", r -> r.setTimeUnixNano(-1)),
        with("no observed time", LogRecord.Builder::clearObservedTimeUnixNano),
        with("unknown protobuf fields [99]", r -> r.setUnknownFields(unknown)),
        with("duplicate key \"user\"", r -> r.addAttributes(Spans.attribute("user", "8"))));
  }

  private static Arguments with(String violation, Consumer<LogRecord.Builder> defect) {
    return Arguments.of(violation, defect);
  }
}
