package io.heliograph.internal.assembly;

import io.heliograph.config.LimitSettings;
import io.heliograph.config.Settings;
import io.heliograph.pipeline.LogLimits;
import io.heliograph.pipeline.SpanLimits;

/** Reads the limits; what is not set for one signal alone inherits the limit of all signals. */
public final class LimitsReader {

  private LimitsReader() {}

  public static SpanLimits spans(Settings settings) {
    return new SpanLimits(
        settings.get(LimitSettings.SPAN_ATTRIBUTE_COUNT),
        settings.get(LimitSettings.SPAN_EVENT_COUNT),
        settings.get(LimitSettings.SPAN_LINK_COUNT),
        settings.get(LimitSettings.EVENT_ATTRIBUTE_COUNT),
        settings.get(LimitSettings.LINK_ATTRIBUTE_COUNT),
        settings.get(LimitSettings.SPAN_ATTRIBUTE_VALUE_LENGTH));
  }

  public static LogLimits logRecords(Settings settings) {
    return new LogLimits(
        settings.get(LimitSettings.LOG_RECORD_ATTRIBUTE_COUNT),
        settings.get(LimitSettings.LOG_RECORD_ATTRIBUTE_VALUE_LENGTH));
  }
}
