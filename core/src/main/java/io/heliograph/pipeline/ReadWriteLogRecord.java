package io.heliograph.pipeline;

import io.heliograph.export.ReadableLogRecord;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.SpanContext;
import org.jspecify.annotations.Nullable;

/**
 * A log record on its way through the processors, which may read and change it.
 *
 * <p>Not thread-safe, and of no use after the call that it was given to: what must live longer is a
 * {@link #snapshot}.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otel/logs/sdk/#readwritelogrecord">Read/write
 *     log record</a>
 */
public interface ReadWriteLogRecord extends ReadableLogRecord {

  /** An immutable copy of what it holds now. */
  ReadableLogRecord snapshot();

  void setTimestampEpochNanos(long epochNanos);

  void setObservedTimestampEpochNanos(long epochNanos);

  void setSpanContext(SpanContext spanContext);

  void setSeverity(Severity severity);

  void setSeverityText(@Nullable String severityText);

  void setBody(@Nullable Value<?> body);

  void setEventName(@Nullable String eventName);

  /** Adds or replaces one attribute, within the limits. */
  <T> void setAttribute(AttributeKey<T> key, T value);

  /** Replaces all attributes, within the limits; this is how one is removed. */
  void setAttributes(Attributes attributes);
}
