package io.heliograph.instrumentation.logging;

import io.heliograph.config.Settings;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.logs.LogRecordBuilder;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.logs.LoggerProvider;
import io.opentelemetry.context.Context;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Emits a logging framework's events as log records. Immutable and thread-safe.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otel/logs/data-model/">Logs data model</a>
 */
public final class LogInstrumentation<E> {

  private static final AttributeKey<String> TEMPLATE = AttributeKey.stringKey("log.body.template");
  private static final AttributeKey<List<String>> PARAMETERS =
      AttributeKey.stringArrayKey("log.body.parameters");
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

  /** What stands for a logger of which nothing is exported. */
  private static final Logger EXCLUDED = LoggerProvider.noop().get("excluded");

  private final LoggerProvider loggers;

  /** By the name of the event's logger; logging frameworks keep their loggers for good as well. */
  private final Map<String, Logger> byName = new ConcurrentHashMap<>();

  private final LogOptions options;
  private final LogEventAdapter<E> adapter;

  private LogInstrumentation(
      LoggerProvider loggers, LogOptions options, LogEventAdapter<E> adapter) {
    this.loggers = loggers;
    this.options = options;
    this.adapter = adapter;
  }

  /**
   * Emits with an engine.
   *
   * @param settings those of {@link io.heliograph.config.LogbackSettings} count
   */
  public static <E> LogInstrumentation<E> of(
      OpenTelemetry openTelemetry, Settings settings, LogEventAdapter<E> adapter) {
    return new LogInstrumentation<>(
        openTelemetry.getLogsBridge(), LogOptions.of(settings), adapter);
  }

  /** Emits one on the thread that logs it. */
  void emitNow(E event) {
    if (options.codeLocation()) {
      adapter.keepCaller(event);
    }
    emit(event, Context.current());
  }

  /**
   * Emits one unless its logger is excluded.
   *
   * @param context that was current when it was logged
   */
  void emit(E event, Context context) {
    Logger logger = logger(adapter.logger(event));
    if (!EXCLUDED.equals(logger)) {
      LogRecordBuilder builder = logger.logRecordBuilder().setContext(context);
      describe(event, builder);
      builder.emit();
    }
  }

  private Logger logger(String name) {
    Logger known = byName.get(name);
    if (known == null) {
      known = options.excludes(name) ? EXCLUDED : loggers.get(name);
      byName.put(name, known);
    }
    return known;
  }

  /** What comes later wins, and what the event says itself is worth more than its surroundings. */
  private void describe(E event, LogRecordBuilder builder) {
    builder
        .setTimestamp(adapter.time(event))
        .setSeverity(adapter.severity(event))
        .setSeverityText(adapter.severityText(event))
        .setBody(adapter.message(event));
    mdc(event, builder);
    arguments(event, builder);
    codeLocation(event, builder);
    exception(event, builder);
    adapter.addTo(builder, event, options);
  }

  private void mdc(E event, LogRecordBuilder builder) {
    if (options.mdc()) {
      Map<String, String> entries = MdcWithIds.own(adapter.mdc(event));
      if (!entries.isEmpty()) {
        entries.forEach((key, value) -> mdc(key, value, builder));
      }
    }
  }

  private void mdc(String key, String value, LogRecordBuilder builder) {
    if (!options.excludedMdcKeys().contains(key)) {
      builder.setAttribute(AttributeKey.stringKey(key), value);
    }
  }

  private void arguments(E event, LogRecordBuilder builder) {
    @Nullable Object[] arguments = options.arguments() ? adapter.arguments(event) : null;
    String template = arguments == null ? null : adapter.template(event);
    if (arguments != null && arguments.length > 0 && template != null) {
      builder.setAttribute(TEMPLATE, template);
      builder.setAttribute(PARAMETERS, Texts.all(arguments));
    }
  }

  private void codeLocation(E event, LogRecordBuilder builder) {
    StackTraceElement caller = options.codeLocation() ? adapter.caller(event) : null;
    if (caller != null) {
      builder.setAttribute(CODE_FUNCTION, caller.getClassName() + "." + caller.getMethodName());
      builder.setAttribute(CODE_FILE, caller.getFileName());
      if (caller.getLineNumber() > 0) {
        builder.setAttribute(CODE_LINE, (long) caller.getLineNumber());
      }
    }
  }

  private void exception(E event, LogRecordBuilder builder) {
    LoggedException thrown = options.exception() ? adapter.exception(event) : null;
    if (thrown != null) {
      builder.setAttribute(EXCEPTION_TYPE, thrown.type());
      builder.setAttribute(EXCEPTION_MESSAGE, thrown.message());
      builder.setAttribute(EXCEPTION_STACKTRACE, thrown.stackTrace());
    }
  }

  /** What an adapter adds by itself, typed as far as attributes are. */
  public static void keyValue(String key, @Nullable Object value, LogRecordBuilder builder) {
    if (value instanceof Boolean truth) {
      builder.setAttribute(AttributeKey.booleanKey(key), truth);
    } else if (value instanceof Long || value instanceof Integer || value instanceof Short) {
      builder.setAttribute(AttributeKey.longKey(key), ((Number) value).longValue());
    } else if (value instanceof Double || value instanceof Float) {
      builder.setAttribute(AttributeKey.doubleKey(key), ((Number) value).doubleValue());
    } else {
      builder.setAttribute(AttributeKey.stringKey(key), Texts.of(value));
    }
  }
}
