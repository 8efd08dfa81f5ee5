package io.heliograph.logback;

import io.heliograph.config.LogbackSettings;
import io.heliograph.config.Setting;
import io.heliograph.config.Settings;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Which keys every event's MDC has, and from where. Immutable. */
record MdcOptions(
    boolean enabled,
    String traceIdKey,
    String spanIdKey,
    String traceFlagsKey,
    List<String> baggage,
    String baggagePrefix) {

  static MdcOptions of(Settings settings) {
    return new MdcOptions(
        settings.get(LogbackSettings.MDC_ENABLED),
        settings.get(LogbackSettings.MDC_TRACE_ID_KEY),
        settings.get(LogbackSettings.MDC_SPAN_ID_KEY),
        settings.get(LogbackSettings.MDC_TRACE_FLAGS_KEY),
        settings.get(LogbackSettings.MDC_BAGGAGE),
        settings.get(LogbackSettings.MDC_BAGGAGE_PREFIX));
  }

  /** What holds before there are settings; the whole of them is read when there are. */
  static MdcOptions defaults() {
    return new MdcOptions(
        byDefault(LogbackSettings.MDC_ENABLED),
        byDefault(LogbackSettings.MDC_TRACE_ID_KEY),
        byDefault(LogbackSettings.MDC_SPAN_ID_KEY),
        byDefault(LogbackSettings.MDC_TRACE_FLAGS_KEY),
        byDefault(LogbackSettings.MDC_BAGGAGE),
        byDefault(LogbackSettings.MDC_BAGGAGE_PREFIX));
  }

  private static <T> T byDefault(Setting<T> setting) {
    return Objects.requireNonNull(setting.defaultValue(), setting.key());
  }

  /** The keys that a log record has fields of its own for. */
  Set<String> idKeys() {
    return Set.copyOf(List.of(traceIdKey, spanIdKey, traceFlagsKey));
  }
}
