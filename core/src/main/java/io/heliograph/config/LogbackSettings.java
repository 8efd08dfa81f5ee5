package io.heliograph.config;

import java.util.List;

/** Settings of trace ids in the MDC and of events as log records, whatever framework logs. */
public final class LogbackSettings {

  public static final Setting<Boolean> MDC_ENABLED =
      Setting.own("logback.mdc.enabled", Types.bool())
          .defaultsTo("true")
          .means("Whether every event's MDC has the ids of the current span.");

  public static final Setting<String> MDC_TRACE_ID_KEY =
      Setting.own("logback.mdc.trace-id-key", Types.string())
          .defaultsTo("trace_id")
          .means("The MDC key of the trace id.");

  public static final Setting<String> MDC_SPAN_ID_KEY =
      Setting.own("logback.mdc.span-id-key", Types.string())
          .defaultsTo("span_id")
          .means("The MDC key of the span id.");

  public static final Setting<String> MDC_TRACE_FLAGS_KEY =
      Setting.own("logback.mdc.trace-flags-key", Types.string())
          .defaultsTo("trace_flags")
          .means("The MDC key of the trace flags.");

  public static final Setting<List<String>> MDC_BAGGAGE =
      Setting.own("logback.mdc.baggage", CollectionTypes.listOf(Types.string()))
          .defaultsTo("")
          .means("The baggage keys that every event's MDC has too.");

  public static final Setting<String> MDC_BAGGAGE_PREFIX =
      Setting.own("logback.mdc.baggage-prefix", Types.string())
          .defaultsTo("baggage.")
          .means("What stands before a baggage key in the MDC.");

  public static final Setting<Boolean> APPENDER_ENABLED =
      Setting.own("logback.appender.enabled", Types.bool())
          .defaultsTo("true")
          .means("Whether events are exported as log records.");

  public static final Setting<Boolean> ARGUMENTS =
      captured("arguments", "true", "the message's template and arguments");

  public static final Setting<Boolean> KEY_VALUES =
      captured("key-values", "true", "the key-value pairs of an event");

  public static final Setting<Boolean> MARKERS = captured("markers", "true", "the markers");

  public static final Setting<Boolean> MDC = captured("mdc", "true", "the MDC");

  public static final Setting<Boolean> EXCEPTION =
      captured("exception", "true", "the exception with its stack trace");

  public static final Setting<Boolean> CODE_LOCATION =
      captured("code-location", "false", "class, method and line of the caller, which is slow,");

  public static final Setting<List<String>> EXCLUDED_LOGGERS =
      Setting.own("logback.appender.excluded-loggers", CollectionTypes.listOf(Types.string()))
          .defaultsTo("jdk.internal.httpclient")
          .means(
              "Loggers, with all below them, that are not exported, because exporting uses them;"
                  + " our own never are.");

  static final List<Setting<?>> ALL =
      List.of(
          MDC_ENABLED,
          MDC_TRACE_ID_KEY,
          MDC_SPAN_ID_KEY,
          MDC_TRACE_FLAGS_KEY,
          MDC_BAGGAGE,
          MDC_BAGGAGE_PREFIX,
          APPENDER_ENABLED,
          ARGUMENTS,
          KEY_VALUES,
          MARKERS,
          MDC,
          EXCEPTION,
          CODE_LOCATION,
          EXCLUDED_LOGGERS);

  private LogbackSettings() {}

  private static Setting<Boolean> captured(String name, String byDefault, String what) {
    return Setting.own("logback.appender." + name, Types.bool())
        .defaultsTo(byDefault)
        .means("Whether log records of Logback have " + what + " as attributes.");
  }
}
