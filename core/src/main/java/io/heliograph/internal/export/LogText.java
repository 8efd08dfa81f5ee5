package io.heliograph.internal.export;

import io.heliograph.export.ReadableLogRecord;
import io.heliograph.internal.diagnostics.ThrottledLog;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.logs.Severity;
import java.time.Instant;
import java.util.List;

/**
 * Log records for people to read, one line each.
 *
 * <pre>
 * 2026-11-21T05:00:00.123Z WARN shop: com.acme.Cart: cart is empty {user=7} trace 0af7… span b7ad…
 * </pre>
 */
final class LogText {

  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private LogText() {}

  static String of(List<ReadableLogRecord> batch) {
    StringBuilder text = new StringBuilder();
    for (ReadableLogRecord record : batch) {
      text.append(ThrottledLog.oneLine(line(record))).append(System.lineSeparator());
    }
    return text.toString();
  }

  private static String line(ReadableLogRecord record) {
    Value<?> body = record.body();
    return time(record)
        + " "
        + severity(record)
        + " "
        + SpanText.service(record.resource())
        + record.instrumentationScope().name()
        + ": "
        + (record.eventName() == null ? "" : "[" + record.eventName() + "] ")
        + (body == null ? "" : body.asString())
        + SpanText.attributes(record.attributes())
        + trace(record);
  }

  private static Instant time(ReadableLogRecord record) {
    long own = record.timestampEpochNanos();
    long nanos = own == 0 ? record.observedTimestampEpochNanos() : own;
    return Instant.ofEpochSecond(nanos / NANOS_PER_SECOND, nanos % NANOS_PER_SECOND);
  }

  private static String severity(ReadableLogRecord record) {
    String text = record.severityText();
    if (text != null) {
      return text;
    }
    Severity severity = record.severity();
    return severity == Severity.UNDEFINED_SEVERITY_NUMBER ? "-" : severity.name();
  }

  private static String trace(ReadableLogRecord record) {
    return record.spanContext().isValid()
        ? " trace "
            + record.spanContext().getTraceId()
            + " span "
            + record.spanContext().getSpanId()
        : "";
  }
}
