package io.heliograph.internal.assembly;

import io.heliograph.config.LimitSettings;
import io.heliograph.config.Settings;
import io.heliograph.pipeline.SpanLimits;

/** Reads the limits; what is not set for spans alone inherits the limit of all signals. */
public final class SpanLimitsReader {

  private SpanLimitsReader() {}

  public static SpanLimits read(Settings settings) {
    return new SpanLimits(
        settings.get(LimitSettings.SPAN_ATTRIBUTE_COUNT),
        settings.get(LimitSettings.SPAN_EVENT_COUNT),
        settings.get(LimitSettings.SPAN_LINK_COUNT),
        settings.get(LimitSettings.EVENT_ATTRIBUTE_COUNT),
        settings.get(LimitSettings.LINK_ATTRIBUTE_COUNT),
        settings.get(LimitSettings.SPAN_ATTRIBUTE_VALUE_LENGTH));
  }
}
