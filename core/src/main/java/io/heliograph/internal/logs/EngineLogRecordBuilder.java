package io.heliograph.internal.logs;

import io.heliograph.export.InstrumentationScope;
import io.heliograph.internal.attributes.ExceptionAttributes;
import io.heliograph.pipeline.Clock;
import io.heliograph.pipeline.LogRecordProcessor;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.logs.LogRecordBuilder;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Builds one log record at a time and emits it. Not thread-safe.
 *
 * <p>The methods without {@code Override} are those of newer APIs than the one it is compiled
 * against. Null clears nothing and throws nothing.
 */
final class EngineLogRecordBuilder implements LogRecordBuilder {

  private final LoggerCore core;
  private final InstrumentationScope scope;
  private @Nullable EngineLogRecord record;
  private @Nullable Context context;
  private @Nullable Throwable exception;

  EngineLogRecordBuilder(LoggerCore core, InstrumentationScope scope) {
    this.core = core;
    this.scope = scope;
  }

  /** The record that is being built; after one was emitted, the next. */
  private EngineLogRecord record() {
    EngineLogRecord building = record;
    if (building == null) {
      building = new EngineLogRecord(core.config, scope);
      record = building;
    }
    return building;
  }

  @Override
  public LogRecordBuilder setTimestamp(long timestamp, @Nullable TimeUnit unit) {
    if (unit != null) {
      record().setTimestampEpochNanos(unit.toNanos(timestamp));
    }
    return this;
  }

  @Override
  public LogRecordBuilder setTimestamp(@Nullable Instant instant) {
    if (instant != null) {
      record().setTimestampEpochNanos(epochNanos(instant));
    }
    return this;
  }

  @Override
  public LogRecordBuilder setObservedTimestamp(long timestamp, @Nullable TimeUnit unit) {
    if (unit != null) {
      record().setObservedTimestampEpochNanos(unit.toNanos(timestamp));
    }
    return this;
  }

  @Override
  public LogRecordBuilder setObservedTimestamp(@Nullable Instant instant) {
    if (instant != null) {
      record().setObservedTimestampEpochNanos(epochNanos(instant));
    }
    return this;
  }

  /** Saturates where nanoseconds do not reach, as {@link TimeUnit#toNanos} does. */
  private static long epochNanos(Instant instant) {
    long seconds = TimeUnit.SECONDS.toNanos(instant.getEpochSecond());
    return seconds > Long.MAX_VALUE - instant.getNano() ? seconds : seconds + instant.getNano();
  }

  @Override
  public LogRecordBuilder setContext(@Nullable Context context) {
    this.context = context;
    return this;
  }

  @Override
  public LogRecordBuilder setSeverity(@Nullable Severity severity) {
    record().setSeverity(severity);
    return this;
  }

  @Override
  public LogRecordBuilder setSeverityText(@Nullable String severityText) {
    record().setSeverityText(severityText);
    return this;
  }

  @Override
  public LogRecordBuilder setBody(@Nullable String body) {
    if (body != null) {
      record().setBody(body);
    }
    return this;
  }

  @Override
  public LogRecordBuilder setBody(@Nullable Value<?> body) {
    return safely("log body", () -> record().setBody(body));
  }

  /** Names the event. */
  public LogRecordBuilder setEventName(@Nullable String eventName) {
    record().setEventName(eventName);
    return this;
  }

  /** Adds the attributes of an exception; those that were set by hand win. */
  public LogRecordBuilder setException(@Nullable Throwable exception) {
    this.exception = exception;
    return this;
  }

  @Override
  public LogRecordBuilder setAllAttributes(@Nullable Attributes attributes) {
    return safely("log attributes", () -> record().addAttributes(attributes));
  }

  @Override
  public <T> LogRecordBuilder setAttribute(@Nullable AttributeKey<T> key, @Nullable T value) {
    try {
      record().setAttribute(key, value);
    } catch (Throwable thrown) {
      core.config.faults().report("log attribute", thrown);
    }
    return this;
  }

  /** A value is the caller's own object, which may throw when it is read. */
  private LogRecordBuilder safely(String what, Runnable reading) {
    try {
      reading.run();
    } catch (Throwable thrown) {
      core.config.faults().report(what, thrown);
    }
    return this;
  }

  @Override
  public void emit() {
    if (core.stopped) {
      return;
    }
    Context emitted = context == null ? Context.current() : context;
    EngineLogRecord complete = record();
    record = null;
    complete.setSpanContext(Span.fromContext(emitted).getSpanContext());
    if (complete.observedTimestampEpochNanos() == 0) {
      complete.setObservedTimestampEpochNanos(now());
    }
    addException(complete);
    core.processors.each(emitted, complete, LogRecordProcessor::onEmit);
  }

  private long now() {
    Clock clock = core.config.clock();
    long now = clock.nanoTime();
    return now + clock.epochOffset(now);
  }

  @SuppressWarnings("unchecked") // Attributes pairs every key with a value of its type.
  private void addException(EngineLogRecord complete) {
    if (exception != null) {
      Attributes given = complete.attributes();
      ExceptionAttributes.of(exception, Attributes.empty())
          .forEach(
              (key, value) -> {
                if (given.get(key) == null) {
                  complete.setAttribute((AttributeKey<Object>) key, value);
                }
              });
    }
  }
}
