package io.heliograph.export;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.SpanContext;
import org.jspecify.annotations.Nullable;

/**
 * Everything a log record holds. Times are nanoseconds since the Unix epoch.
 *
 * <p>What exporters are given never changes and is thread-safe.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otel/logs/sdk/#readablelogrecord">Readable log
 *     record</a>
 */
public interface ReadableLogRecord {

  /** When it happened, 0 when the source does not say. */
  long timestampEpochNanos();

  /** When the engine saw it. */
  long observedTimestampEpochNanos();

  /** The span it belongs to, invalid if none. */
  SpanContext spanContext();

  /** {@link Severity#UNDEFINED_SEVERITY_NUMBER} if none was set. */
  Severity severity();

  /** The source's own name of the severity, null if none was set. */
  @Nullable String severityText();

  /** Nested no deeper than the engine's bound; null if none was set. */
  @Nullable Value<?> body();

  /** What makes the record an event of a known shape, null for a plain log record. */
  @Nullable String eventName();

  Attributes attributes();

  int droppedAttributes();

  InstrumentationScope instrumentationScope();

  Resource resource();
}
