package io.heliograph.logback;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import io.heliograph.instrumentation.logging.LogEventAdapter;
import io.heliograph.instrumentation.logging.LogInstrumentation;
import io.heliograph.instrumentation.logging.LogOptions;
import io.heliograph.instrumentation.logging.LoggedException;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.logs.LogRecordBuilder;
import io.opentelemetry.api.logs.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;

/** Reads Logback's events. */
final class LogbackAdapter implements LogEventAdapter<ILoggingEvent> {

  private static final AttributeKey<List<String>> MARKERS =
      AttributeKey.stringArrayKey("logback.marker");

  @Override
  public String logger(ILoggingEvent event) {
    return event.getLoggerName();
  }

  @Override
  public Severity severity(ILoggingEvent event) {
    return switch (event.getLevel().toInt()) {
      case Level.TRACE_INT -> Severity.TRACE;
      case Level.DEBUG_INT -> Severity.DEBUG;
      case Level.INFO_INT -> Severity.INFO;
      case Level.WARN_INT -> Severity.WARN;
      case Level.ERROR_INT -> Severity.ERROR;
      default -> Severity.UNDEFINED_SEVERITY_NUMBER;
    };
  }

  @Override
  public String severityText(ILoggingEvent event) {
    return event.getLevel().toString();
  }

  @Override
  public String message(ILoggingEvent event) {
    return event.getFormattedMessage();
  }

  @Override
  public Instant time(ILoggingEvent event) {
    Instant instant = event.getInstant();
    return instant == null ? Instant.ofEpochMilli(event.getTimeStamp()) : instant;
  }

  @Override
  public Map<String, String> mdc(ILoggingEvent event) {
    return event.getMDCPropertyMap();
  }

  @Override
  public String template(ILoggingEvent event) {
    return event.getMessage();
  }

  @Override
  public @Nullable Object @Nullable [] arguments(ILoggingEvent event) {
    return event.getArgumentArray();
  }

  @Override
  public @Nullable LoggedException exception(ILoggingEvent event) {
    IThrowableProxy thrown = event.getThrowableProxy();
    return thrown == null
        ? null
        : new LoggedException(
            thrown.getClassName(), thrown.getMessage(), ThrowableProxyUtil.asString(thrown));
  }

  @Override
  public void keepForLater(ILoggingEvent event) {
    event.prepareForDeferredProcessing();
  }

  @Override
  @SuppressWarnings("ReturnValueIgnored") // The event keeps what it has looked up.
  public void keepCaller(ILoggingEvent event) {
    event.getCallerData();
  }

  @Override
  public @Nullable StackTraceElement caller(ILoggingEvent event) {
    return event.hasCallerData() && event.getCallerData().length > 0
        ? event.getCallerData()[0]
        : null;
  }

  @Override
  public void addTo(LogRecordBuilder builder, ILoggingEvent event, LogOptions options) {
    List<Marker> markers = event.getMarkerList();
    if (options.markers() && markers != null && !markers.isEmpty()) {
      builder.setAttribute(MARKERS, markers.stream().map(Marker::getName).toList());
    }
    List<KeyValuePair> pairs = event.getKeyValuePairs();
    if (options.keyValues() && pairs != null) {
      pairs.forEach(
          pair -> LogInstrumentation.keyValue(String.valueOf(pair.key), pair.value, builder));
    }
  }
}
