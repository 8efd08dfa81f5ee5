package io.heliograph.contract.receiver;

import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.resource.v1.Resource;
import java.util.ArrayList;
import java.util.List;

/** Turns a valid export request into received log records. */
final class LogDecoder {

  private LogDecoder() {}

  static List<ReceivedLogRecord> decode(ExportLogsServiceRequest request) {
    List<ReceivedLogRecord> records = new ArrayList<>();
    for (ResourceLogs resourceLogs : request.getResourceLogsList()) {
      for (ScopeLogs scopeLogs : resourceLogs.getScopeLogsList()) {
        ReceivedSpan.Scope scope =
            SpanDecoder.scope(scopeLogs.getScope(), scopeLogs.getSchemaUrl());
        for (LogRecord record : scopeLogs.getLogRecordsList()) {
          records.add(record(resourceLogs.getResource(), scope, record));
        }
      }
    }
    return records;
  }

  private static ReceivedLogRecord record(
      Resource resource, ReceivedSpan.Scope scope, LogRecord record) {
    return new ReceivedLogRecord(
        AttributeValues.toMap(resource.getAttributesList()),
        scope,
        record.getTimeUnixNano(),
        record.getObservedTimeUnixNano(),
        record.getSeverityNumberValue(),
        record.getSeverityText(),
        AttributeValues.toObject(record.getBody()),
        AttributeValues.toMap(record.getAttributesList()),
        record.getDroppedAttributesCount(),
        record.getFlags(),
        SpanDecoder.hex(record.getTraceId()),
        SpanDecoder.hex(record.getSpanId()),
        record.getEventName());
  }
}
