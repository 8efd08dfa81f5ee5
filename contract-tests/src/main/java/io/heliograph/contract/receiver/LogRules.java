package io.heliograph.contract.receiver;

import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.logs.v1.LogRecord;
import java.util.List;

/** The rules for log records: ids well-formed or absent, a known severity, the time observed. */
final class LogRules extends IdRules {

  private static final int HIGHEST_SEVERITY = 24;
  private static final int W3C_FLAGS = 0xFF;

  LogRules(List<String> violations) {
    super(violations);
  }

  void check(ExportLogsServiceRequest request) {
    request.getResourceLogsList().stream()
        .flatMap(group -> group.getScopeLogsList().stream())
        .flatMap(group -> group.getLogRecordsList().stream())
        .forEach(this::check);
  }

  private void check(LogRecord record) {
    String what = "log record \"" + record.getBody().getStringValue() + "\"";
    if (!record.getTraceId().isEmpty()) {
      checkId(what + " trace_id", record.getTraceId(), TRACE_ID_BYTES);
    }
    if (!record.getSpanId().isEmpty()) {
      checkId(what + " span_id", record.getSpanId(), SPAN_ID_BYTES);
      require(!record.getTraceId().isEmpty(), what + " has a span_id and no trace_id");
    }
    int severity = record.getSeverityNumberValue();
    require(severity >= 0 && severity <= HIGHEST_SEVERITY, what + " has the severity " + severity);
    require((record.getFlags() & ~W3C_FLAGS) == 0, what + " has reserved flags");
    require(record.getTimeUnixNano() >= 0, what + " has a time beyond a signed 64-bit integer");
    require(record.getObservedTimeUnixNano() > 0, what + " has no observed time");
  }
}
