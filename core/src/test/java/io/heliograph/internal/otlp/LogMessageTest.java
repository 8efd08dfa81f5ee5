package io.heliograph.internal.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.util.JsonFormat;
import io.heliograph.Compliance;
import io.heliograph.export.InstrumentationScope;
import io.heliograph.export.ReadableLogRecord;
import io.heliograph.export.Resource;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.KeyValue;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Log records against the classes that protoc generates from OpenTelemetry's own files. */
class LogMessageTest {

  private static final int LIMIT = 64 * 1024 * 1024;
  private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";
  private static final String SPAN_ID = "b7ad6b7169203331";

  /** A record of fields, as exporters see it. */
  private record TestRecord(
      long timestampEpochNanos,
      long observedTimestampEpochNanos,
      SpanContext spanContext,
      Severity severity,
      String severityText,
      Value<?> body,
      String eventName,
      Attributes attributes,
      int droppedAttributes,
      InstrumentationScope instrumentationScope,
      Resource resource)
      implements ReadableLogRecord {}

  private static final Resource RESOURCE =
      new Resource(Attributes.of(AttributeKey.stringKey("service.name"), "shop"), "http://r");
  private static final InstrumentationScope SCOPE =
      new InstrumentationScope("cart", "1", "http://s", Attributes.empty());

  private static final ReadableLogRecord FULL =
      new TestRecord(
          5,
          6,
          SpanContext.create(TRACE_ID, SPAN_ID, TraceFlags.getSampled(), TraceState.getDefault()),
          Severity.WARN,
          "WARN",
          Value.of(KeyValue.of("user", Value.of(7)), KeyValue.of("items", Value.of(Value.of("a")))),
          "cart.empty",
          Attributes.of(AttributeKey.stringKey("k"), "é"),
          3,
          SCOPE,
          RESOURCE);
  private static final ReadableLogRecord BARE =
      new TestRecord(
          0,
          6,
          SpanContext.getInvalid(),
          Severity.UNDEFINED_SEVERITY_NUMBER,
          null,
          null,
          null,
          Attributes.empty(),
          0,
          SCOPE,
          RESOURCE);

  @Test
  @Compliance("Exporters > OTLP > SchemaURL in ResourceLogs and ScopeLogs")
  void writesWhatTheGeneratedClassesRead() throws Exception {
    assertThat(ExportLogsServiceRequest.parseFrom(bytes(OtlpEncoder.logRecords(LIMIT))))
        .isEqualTo(expected());
  }

  @Test
  void writesTheSameAsJson() throws Exception {
    String json = new String(bytes(OtlpEncoder.jsonLogRecords(LIMIT)), StandardCharsets.UTF_8);
    assertThat(json).contains("\"traceId\":\"" + TRACE_ID + "\"", "\"spanId\":\"" + SPAN_ID + "\"");
    // JsonFormat reads ids as base64; the hex form was seen above.
    String withoutIds = json.replaceAll("\"(traceId|spanId)\":\"[0-9a-f]+\",?", "");
    ExportLogsServiceRequest.Builder read = ExportLogsServiceRequest.newBuilder();
    JsonFormat.parser().merge(withoutIds, read);
    ExportLogsServiceRequest.Builder expected = expected().toBuilder();
    expected
        .getResourceLogsBuilder(0)
        .getScopeLogsBuilder(0)
        .getLogRecordsBuilder(0)
        .clearTraceId()
        .clearSpanId();
    assertThat(read.build()).isEqualTo(expected.build());
  }

  private static byte[] bytes(Encoder<ReadableLogRecord> encoder) {
    assertThat(encoder.encode(List.of(FULL, BARE))).isTrue();
    return Arrays.copyOf(encoder.array(), encoder.length());
  }

  private static ExportLogsServiceRequest expected() {
    LogRecord.Builder full =
        LogRecord.newBuilder()
            .setTimeUnixNano(5)
            .setObservedTimeUnixNano(6)
            .setSeverityNumberValue(13)
            .setSeverityText("WARN")
            .setDroppedAttributesCount(3)
            .setFlags(1)
            .setTraceId(ByteString.fromHex(TRACE_ID))
            .setSpanId(ByteString.fromHex(SPAN_ID))
            .setEventName("cart.empty");
    full.addAttributesBuilder().setKey("k").getValueBuilder().setStringValue("é");
    var map = full.getBodyBuilder().getKvlistValueBuilder();
    map.addValuesBuilder().setKey("user").getValueBuilder().setIntValue(7);
    map.addValuesBuilder()
        .setKey("items")
        .getValueBuilder()
        .getArrayValueBuilder()
        .addValuesBuilder()
        .setStringValue("a");
    ScopeLogs.Builder scope =
        ScopeLogs.newBuilder()
            .setSchemaUrl("http://s")
            .addLogRecords(full)
            .addLogRecords(LogRecord.newBuilder().setObservedTimeUnixNano(6));
    scope.getScopeBuilder().setName("cart").setVersion("1");
    ResourceLogs.Builder resource =
        ResourceLogs.newBuilder().setSchemaUrl("http://r").addScopeLogs(scope);
    resource
        .getResourceBuilder()
        .addAttributesBuilder()
        .setKey("service.name")
        .getValueBuilder()
        .setStringValue("shop");
    return ExportLogsServiceRequest.newBuilder().addResourceLogs(resource).build();
  }
}
