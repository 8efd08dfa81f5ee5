package io.heliograph.contract.receiver;

import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;

/** Well-formed log records and requests, to be spoiled by tests. */
final class LogRecords {

  static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";
  static final String SPAN_ID = "b7ad6b7169203331";
  static final long TIME = 1_700_000_000_000_000_005L;

  private LogRecords() {}

  static LogRecord.Builder wellFormed() {
    LogRecord.Builder record =
        LogRecord.newBuilder()
            .setTimeUnixNano(TIME)
            .setObservedTimeUnixNano(TIME + 1)
            .setSeverityNumberValue(13)
            .setSeverityText("WARN")
            .addAttributes(Spans.attribute("user", "7"))
            .setDroppedAttributesCount(2)
            .setFlags(1)
            .setTraceId(Spans.bytes(TRACE_ID))
            .setSpanId(Spans.bytes(SPAN_ID))
            .setEventName("cart.empty");
    record.getBodyBuilder().setStringValue("cart is empty");
    return record;
  }

  /** Sends one; ids may be empty. */
  static void send(OtlpReceiver receiver, String traceId, String spanId, String body) {
    LogRecord.Builder record =
        wellFormed().setTraceId(Spans.bytes(traceId)).setSpanId(Spans.bytes(spanId));
    record.getBodyBuilder().setStringValue(body);
    Sender.sendGrpc(receiver, Signal.LOGS, request(record).toByteArray());
  }

  static ExportLogsServiceRequest request(LogRecord.Builder record) {
    ScopeLogs.Builder group = ScopeLogs.newBuilder().addLogRecords(record);
    group.getScopeBuilder().setName("com.acme.Cart");
    return ExportLogsServiceRequest.newBuilder()
        .addResourceLogs(ResourceLogs.newBuilder().setResource(Spans.shop()).addScopeLogs(group))
        .build();
  }
}
