package io.heliograph.internal.otlp;

import io.heliograph.export.InstrumentationScope;
import io.heliograph.export.ReadableLogRecord;
import io.heliograph.export.Resource;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.trace.SpanContext;

/**
 * A log record as OTLP's logs.proto describes it.
 *
 * @see <a
 *     href="https://github.com/open-telemetry/opentelemetry-proto/blob/main/opentelemetry/proto/logs/v1/logs.proto">logs.proto</a>
 */
final class LogMessage implements SignalMessage<ReadableLogRecord> {

  private static final Field RESOURCE_LOGS = new Field(1, "resourceLogs");
  private static final Field SCOPE_LOGS = new Field(2, "scopeLogs");
  private static final Field LOG_RECORDS = new Field(2, "logRecords");

  private static final Field TIME = new Field(1, "timeUnixNano");
  private static final Field SEVERITY_NUMBER = new Field(2, "severityNumber");
  private static final Field SEVERITY_TEXT = new Field(3, "severityText");
  private static final Field BODY = new Field(5, "body");
  private static final Field ATTRIBUTES = new Field(6, "attributes");
  private static final Field DROPPED_ATTRIBUTES = new Field(7, "droppedAttributesCount");
  private static final Field FLAGS = new Field(8, "flags");
  private static final Field TRACE_ID = new Field(9, "traceId");
  private static final Field SPAN_ID = new Field(10, "spanId");
  private static final Field OBSERVED_TIME = new Field(11, "observedTimeUnixNano");
  private static final Field EVENT_NAME = new Field(12, "eventName");

  @Override
  public Field resources() {
    return RESOURCE_LOGS;
  }

  @Override
  public Field scopes() {
    return SCOPE_LOGS;
  }

  @Override
  public Field items() {
    return LOG_RECORDS;
  }

  @Override
  public Resource resource(ReadableLogRecord record) {
    return record.resource();
  }

  @Override
  public InstrumentationScope scope(ReadableLogRecord record) {
    return record.instrumentationScope();
  }

  @Override
  public void write(MessageWriter out, ReadableLogRecord record) {
    if (record.timestampEpochNanos() != 0) {
      out.fixed64(TIME, record.timestampEpochNanos());
    }
    out.fixed64(OBSERVED_TIME, record.observedTimestampEpochNanos());
    out.numberUnlessZero(SEVERITY_NUMBER, record.severity().getSeverityNumber());
    out.stringUnlessEmpty(SEVERITY_TEXT, record.severityText());
    Value<?> body = record.body();
    if (body != null) {
      AttributeFields.value(out, BODY, body);
    }
    AttributeFields.write(out, ATTRIBUTES, record.attributes());
    out.numberUnlessZero(DROPPED_ATTRIBUTES, record.droppedAttributes());
    ids(out, record.spanContext());
    out.stringUnlessEmpty(EVENT_NAME, record.eventName());
  }

  private static void ids(MessageWriter out, SpanContext context) {
    if (context.isValid()) {
      out.fixed32(FLAGS, context.getTraceFlags().asByte() & 0xFF);
      IdFields.trace(out, TRACE_ID, context);
      IdFields.span(out, SPAN_ID, context);
    }
  }
}
