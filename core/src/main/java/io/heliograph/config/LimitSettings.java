package io.heliograph.config;

import java.util.List;

/** Bounds of what one span or log record may hold. */
public final class LimitSettings {
  private static final SettingType<Integer> COUNT = Types.integer(0, Integer.MAX_VALUE);

  public static final Setting<Integer> ATTRIBUTE_COUNT =
      Setting.otel("OTEL_ATTRIBUTE_COUNT_LIMIT", COUNT)
          .defaultsTo("128")
          .means("How many attributes a record keeps where no specific limit is set.");

  public static final Setting<Integer> ATTRIBUTE_VALUE_LENGTH =
      Setting.otel("OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT", COUNT)
          .defaultsTo("16384")
          .means("How many characters of a text attribute are kept where no limit is set.");

  public static final Setting<Integer> SPAN_ATTRIBUTE_COUNT =
      Setting.otel("OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT", COUNT)
          .fallsBackTo(ATTRIBUTE_COUNT)
          .means("How many attributes a span keeps.");

  public static final Setting<Integer> SPAN_ATTRIBUTE_VALUE_LENGTH =
      Setting.otel("OTEL_SPAN_ATTRIBUTE_VALUE_LENGTH_LIMIT", COUNT)
          .fallsBackTo(ATTRIBUTE_VALUE_LENGTH)
          .means("How many characters of a text attribute a span keeps.");

  public static final Setting<Integer> SPAN_EVENT_COUNT =
      Setting.otel("OTEL_SPAN_EVENT_COUNT_LIMIT", COUNT)
          .defaultsTo("128")
          .means("How many events a span keeps.");

  public static final Setting<Integer> SPAN_LINK_COUNT =
      Setting.otel("OTEL_SPAN_LINK_COUNT_LIMIT", COUNT)
          .defaultsTo("128")
          .means("How many links a span keeps.");

  public static final Setting<Integer> EVENT_ATTRIBUTE_COUNT =
      Setting.otel("OTEL_EVENT_ATTRIBUTE_COUNT_LIMIT", COUNT)
          .fallsBackTo(ATTRIBUTE_COUNT)
          .means("How many attributes an event keeps.");

  public static final Setting<Integer> LINK_ATTRIBUTE_COUNT =
      Setting.otel("OTEL_LINK_ATTRIBUTE_COUNT_LIMIT", COUNT)
          .fallsBackTo(ATTRIBUTE_COUNT)
          .means("How many attributes a link keeps.");

  public static final Setting<Integer> LOG_RECORD_ATTRIBUTE_COUNT =
      Setting.otel("OTEL_LOGRECORD_ATTRIBUTE_COUNT_LIMIT", COUNT)
          .fallsBackTo(ATTRIBUTE_COUNT)
          .means("How many attributes a log record keeps.");

  public static final Setting<Integer> LOG_RECORD_ATTRIBUTE_VALUE_LENGTH =
      Setting.otel("OTEL_LOGRECORD_ATTRIBUTE_VALUE_LENGTH_LIMIT", COUNT)
          .fallsBackTo(ATTRIBUTE_VALUE_LENGTH)
          .means("How many characters of a text attribute a log record keeps.");

  static final List<Setting<?>> ALL =
      List.of(
          ATTRIBUTE_COUNT,
          ATTRIBUTE_VALUE_LENGTH,
          SPAN_ATTRIBUTE_COUNT,
          SPAN_ATTRIBUTE_VALUE_LENGTH,
          SPAN_EVENT_COUNT,
          SPAN_LINK_COUNT,
          EVENT_ATTRIBUTE_COUNT,
          LINK_ATTRIBUTE_COUNT,
          LOG_RECORD_ATTRIBUTE_COUNT,
          LOG_RECORD_ATTRIBUTE_VALUE_LENGTH);

  private LimitSettings() {}
}
