package io.heliograph.internal.assembly;

import io.heliograph.config.LimitSettings;
import io.heliograph.config.Setting;
import io.heliograph.config.Settings;
import io.heliograph.pipeline.SpanLimits;

/** Reads the limits: what is set for spans alone wins over what is set for all signals. */
public final class SpanLimitsReader {

  private SpanLimitsReader() {}

  public static SpanLimits read(Settings settings) {
    return new SpanLimits(
        own(settings, LimitSettings.SPAN_ATTRIBUTE_COUNT, LimitSettings.ATTRIBUTE_COUNT),
        settings.get(LimitSettings.SPAN_EVENT_COUNT),
        settings.get(LimitSettings.SPAN_LINK_COUNT),
        own(settings, LimitSettings.EVENT_ATTRIBUTE_COUNT, LimitSettings.ATTRIBUTE_COUNT),
        own(settings, LimitSettings.LINK_ATTRIBUTE_COUNT, LimitSettings.ATTRIBUTE_COUNT),
        own(
            settings,
            LimitSettings.SPAN_ATTRIBUTE_VALUE_LENGTH,
            LimitSettings.ATTRIBUTE_VALUE_LENGTH));
  }

  private static int own(Settings settings, Setting<Integer> own, Setting<Integer> general) {
    Integer value = settings.find(own);
    return value == null ? settings.get(general) : value;
  }
}
