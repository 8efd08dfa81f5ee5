package io.heliograph.logback;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.logs.LogRecordBuilder;
import io.opentelemetry.api.logs.LoggerProvider;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;

/** Emits events as log records. Thread-safe. */
record EventTranslator(LoggerProvider loggers, AppenderOptions options) {

  private static final AttributeKey<String> TEMPLATE = AttributeKey.stringKey("log.body.template");
  private static final AttributeKey<List<String>> PARAMETERS =
      AttributeKey.stringArrayKey("log.body.parameters");
  private static final AttributeKey<List<String>> MARKERS =
      AttributeKey.stringArrayKey("logback.marker");
  private static final AttributeKey<String> EXCEPTION_TYPE =
      AttributeKey.stringKey("exception.type");
  private static final AttributeKey<String> EXCEPTION_MESSAGE =
      AttributeKey.stringKey("exception.message");
  private static final AttributeKey<String> EXCEPTION_STACKTRACE =
      AttributeKey.stringKey("exception.stacktrace");
  private static final AttributeKey<String> CODE_FUNCTION =
      AttributeKey.stringKey("code.function.name");
  private static final AttributeKey<String> CODE_FILE = AttributeKey.stringKey("code.file.path");
  private static final AttributeKey<Long> CODE_LINE = AttributeKey.longKey("code.line.number");

  /**
   * Emits one.
   *
   * @param context that was current when it was logged
   */
  void emit(ILoggingEvent event, Context context) {
    LogRecordBuilder builder =
        loggers
            .get(event.getLoggerName())
            .logRecordBuilder()
            .setContext(context)
            .setSeverity(severity(event.getLevel()))
            .setSeverityText(event.getLevel().toString())
            .setBody(event.getFormattedMessage());
    timestamp(event, builder);
    // What comes later wins, and what the event says itself is worth more than its surroundings.
    mdc(event, builder);
    arguments(event, builder);
    markers(event, builder);
    codeLocation(event, builder);
    exception(event, builder);
    keyValues(event, builder);
    builder.emit();
  }

  private static Severity severity(Level level) {
    return switch (level.toInt()) {
      case Level.TRACE_INT -> Severity.TRACE;
      case Level.DEBUG_INT -> Severity.DEBUG;
      case Level.INFO_INT -> Severity.INFO;
      case Level.WARN_INT -> Severity.WARN;
      case Level.ERROR_INT -> Severity.ERROR;
      default -> Severity.UNDEFINED_SEVERITY_NUMBER;
    };
  }

  private static void timestamp(ILoggingEvent event, LogRecordBuilder builder) {
    Instant instant = event.getInstant();
    if (instant == null) {
      builder.setTimestamp(event.getTimeStamp(), TimeUnit.MILLISECONDS);
    } else {
      builder.setTimestamp(instant);
    }
  }

  private void mdc(ILoggingEvent event, LogRecordBuilder builder) {
    if (options.mdc()) {
      event
          .getMDCPropertyMap()
          .forEach(
              (key, value) -> {
                if (!options.excludedMdcKeys().contains(key)) {
                  builder.setAttribute(AttributeKey.stringKey(key), value);
                }
              });
    }
  }

  private void arguments(ILoggingEvent event, LogRecordBuilder builder) {
    Object[] arguments = event.getArgumentArray();
    if (options.arguments() && arguments != null && arguments.length > 0) {
      builder.setAttribute(TEMPLATE, event.getMessage());
      builder.setAttribute(PARAMETERS, texts(arguments));
    }
  }

  /** Without a stream: a line with arguments is the usual one. */
  private static List<String> texts(Object[] arguments) {
    String[] texts = new String[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = text(arguments[i]);
    }
    return Arrays.asList(texts);
  }

  private void markers(ILoggingEvent event, LogRecordBuilder builder) {
    List<Marker> markers = event.getMarkerList();
    if (options.markers() && markers != null && !markers.isEmpty()) {
      builder.setAttribute(MARKERS, markers.stream().map(Marker::getName).toList());
    }
  }

  private void keyValues(ILoggingEvent event, LogRecordBuilder builder) {
    List<KeyValuePair> pairs = event.getKeyValuePairs();
    if (options.keyValues() && pairs != null) {
      pairs.forEach(pair -> keyValue(String.valueOf(pair.key), pair.value, builder));
    }
  }

  private static void keyValue(String key, Object value, LogRecordBuilder builder) {
    if (value instanceof Boolean truth) {
      builder.setAttribute(AttributeKey.booleanKey(key), truth);
    } else if (value instanceof Long || value instanceof Integer || value instanceof Short) {
      builder.setAttribute(AttributeKey.longKey(key), ((Number) value).longValue());
    } else if (value instanceof Double || value instanceof Float) {
      builder.setAttribute(AttributeKey.doubleKey(key), ((Number) value).doubleValue());
    } else {
      builder.setAttribute(AttributeKey.stringKey(key), text(value));
    }
  }

  /** An argument is the application's own object, whose text may fail. */
  private static String text(Object value) {
    try {
      return String.valueOf(value);
    } catch (Throwable failing) {
      return "unavailable: " + failing.getClass().getName();
    }
  }

  private void exception(ILoggingEvent event, LogRecordBuilder builder) {
    IThrowableProxy thrown = event.getThrowableProxy();
    if (options.exception() && thrown != null) {
      builder.setAttribute(EXCEPTION_TYPE, thrown.getClassName());
      builder.setAttribute(EXCEPTION_MESSAGE, thrown.getMessage());
      builder.setAttribute(EXCEPTION_STACKTRACE, ThrowableProxyUtil.asString(thrown));
    }
  }

  /** Only what was looked up on the thread that logged: elsewhere it would be another's. */
  private void codeLocation(ILoggingEvent event, LogRecordBuilder builder) {
    if (options.codeLocation() && event.hasCallerData() && event.getCallerData().length > 0) {
      StackTraceElement caller = event.getCallerData()[0];
      builder.setAttribute(CODE_FUNCTION, caller.getClassName() + "." + caller.getMethodName());
      builder.setAttribute(CODE_FILE, caller.getFileName());
      if (caller.getLineNumber() > 0) {
        builder.setAttribute(CODE_LINE, (long) caller.getLineNumber());
      }
    }
  }
}
