package io.heliograph.internal.logs;

import io.heliograph.export.InstrumentationScope;
import io.heliograph.export.ReadableLogRecord;
import io.heliograph.export.Resource;
import io.heliograph.internal.attributes.AttributeStore;
import io.heliograph.internal.attributes.AttributeValues;
import io.heliograph.internal.pipeline.Sized;
import io.heliograph.pipeline.ReadWriteLogRecord;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.SpanContext;
import org.jspecify.annotations.Nullable;

/**
 * A log record while it is built and while the processors see it, and the record that is exported
 * if nobody is left who could change it. Not thread-safe.
 */
final class EngineLogRecord implements ReadWriteLogRecord, Sized {

  private static final long FIXED_BYTES = 256;
  private static final int EXPECTED_ATTRIBUTES = 8;

  private final LogConfig config;
  private final InstrumentationScope scope;

  /** Null until there is one. */
  private @Nullable AttributeStore attributes;

  private long timestamp;
  private long observedTimestamp;
  private SpanContext spanContext = SpanContext.getInvalid();
  private Severity severity = Severity.UNDEFINED_SEVERITY_NUMBER;
  private @Nullable String severityText;

  /** A text, as nearly all are and nobody may ever want as a value, or a {@link Value}. */
  private @Nullable Object body;

  private @Nullable String eventName;

  EngineLogRecord(LogConfig config, InstrumentationScope scope) {
    this.config = config;
    this.scope = scope;
  }

  private AttributeStore ownAttributes() {
    AttributeStore own = attributes == null ? newStore() : attributes;
    attributes = own;
    return own;
  }

  private AttributeStore newStore() {
    return new AttributeStore(config.limits().attributes(), EXPECTED_ATTRIBUTES);
  }

  @Override
  public ReadableLogRecord snapshot() {
    return new LogRecordSnapshot(
        timestamp,
        observedTimestamp,
        spanContext,
        severity,
        severityText,
        body(),
        eventName,
        attributes(),
        droppedAttributes(),
        scope,
        config.resource(),
        estimatedBytes());
  }

  @Override
  public int estimatedBytes() {
    long bytes = FIXED_BYTES + (attributes == null ? 0 : attributes.estimatedBytes());
    bytes += body == null ? 0 : AttributeValues.textLength(body);
    bytes += severityText == null ? 0 : severityText.length();
    bytes += eventName == null ? 0 : eventName.length();
    return (int) Math.min(bytes, Integer.MAX_VALUE);
  }

  @Override
  public long timestampEpochNanos() {
    return timestamp;
  }

  /** OTLP's times are unsigned; one before 1970 counts as unknown. */
  @Override
  public void setTimestampEpochNanos(long epochNanos) {
    timestamp = Math.max(0, epochNanos);
  }

  @Override
  public long observedTimestampEpochNanos() {
    return observedTimestamp;
  }

  @Override
  public void setObservedTimestampEpochNanos(long epochNanos) {
    observedTimestamp = Math.max(0, epochNanos);
  }

  @Override
  public SpanContext spanContext() {
    return spanContext;
  }

  @Override
  public void setSpanContext(SpanContext spanContext) {
    this.spanContext = spanContext;
  }

  @Override
  public Severity severity() {
    return severity;
  }

  @Override
  public void setSeverity(@Nullable Severity severity) {
    this.severity = severity == null ? Severity.UNDEFINED_SEVERITY_NUMBER : severity;
  }

  @Override
  public @Nullable String severityText() {
    return severityText;
  }

  @Override
  public void setSeverityText(@Nullable String severityText) {
    this.severityText = severityText;
  }

  @Override
  public @Nullable Value<?> body() {
    return body instanceof String text ? Value.of(text) : (Value<?>) body;
  }

  @Override
  public void setBody(@Nullable Value<?> body) {
    this.body = body == null ? null : AttributeValues.bounded(body);
  }

  void setBody(String text) {
    body = text;
  }

  @Override
  public @Nullable String eventName() {
    return eventName;
  }

  @Override
  public void setEventName(@Nullable String eventName) {
    this.eventName = eventName;
  }

  @Override
  public Attributes attributes() {
    return attributes == null ? Attributes.empty() : attributes.view();
  }

  @Override
  public <T> void setAttribute(@Nullable AttributeKey<T> key, @Nullable T value) {
    ownAttributes().put(key, value, config.limits().valueLength());
  }

  @Override
  public void setAttributes(@Nullable Attributes replacement) {
    attributes = null;
    addAttributes(replacement);
  }

  void addAttributes(@Nullable Attributes more) {
    ownAttributes().putAll(more, config.limits().valueLength());
  }

  @Override
  public int droppedAttributes() {
    return attributes == null ? 0 : attributes.dropped();
  }

  @Override
  public InstrumentationScope instrumentationScope() {
    return scope;
  }

  @Override
  public Resource resource() {
    return config.resource();
  }
}
