package io.heliograph.instrumentation.logging;

import io.heliograph.config.LogbackSettings;
import io.heliograph.config.Setting;
import io.heliograph.config.Settings;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which keys every event's MDC has besides the application's own, and from where. Immutable.
 *
 * <p>They are looked up when an event is logged. Nothing is written to the thread, so that nothing
 * can leak, and what is logged at a disabled level costs nothing.
 */
public record TraceMdc(
    boolean enabled,
    String traceIdKey,
    String spanIdKey,
    String traceFlagsKey,
    List<String> baggage,
    String baggagePrefix) {

  /** Copies the list. */
  public TraceMdc {
    baggage = List.copyOf(baggage);
  }

  /** What the settings ask for. */
  public static TraceMdc of(Settings settings) {
    return new TraceMdc(
        settings.get(LogbackSettings.MDC_ENABLED),
        settings.get(LogbackSettings.MDC_TRACE_ID_KEY),
        settings.get(LogbackSettings.MDC_SPAN_ID_KEY),
        settings.get(LogbackSettings.MDC_TRACE_FLAGS_KEY),
        settings.get(LogbackSettings.MDC_BAGGAGE),
        settings.get(LogbackSettings.MDC_BAGGAGE_PREFIX));
  }

  /** What holds before there are settings; the whole of them is read when there are. */
  public static TraceMdc byDefault() {
    return new TraceMdc(
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

  /** The keys that a log record has fields of its own for; two of them may be the same. */
  Set<String> idKeys() {
    return Set.copyOf(List.of(traceIdKey, spanIdKey, traceFlagsKey));
  }

  /** What {@link #merged} would add under a key, null if nothing. */
  public @Nullable String find(String key) {
    Map<String, String> added = merged(null, String.class);
    return added == null ? null : added.get(key);
  }

  /**
   * The application's entries with those of the current context, as far as it did not set them
   * itself.
   *
   * @param own is not changed, and is the answer if there is nothing to add
   */
  public <V> @Nullable Map<String, V> merged(@Nullable Map<String, V> own, Class<V> type) {
    Context context = Context.current();
    SpanContext span = Span.fromContext(context).getSpanContext();
    if (!enabled || (!span.isValid() && baggage.isEmpty())) {
      return own;
    }
    Map<String, V> known = own == null ? Map.of() : own;
    if (baggage.isEmpty()) {
      return new MdcWithIds<>(known, span, this, type);
    }
    Map<String, V> merged = withIds(known, span, type);
    addBaggage(Baggage.fromContext(context), merged, type);
    return merged;
  }

  /** A new map of an application's entries and, as far as they are not among them, a span's ids. */
  <V> Map<String, V> withIds(Map<String, V> own, SpanContext span, Class<V> type) {
    Map<String, V> merged = new HashMap<>(own);
    if (span.isValid()) {
      merged.putIfAbsent(traceIdKey, type.cast(span.getTraceId()));
      merged.putIfAbsent(spanIdKey, type.cast(span.getSpanId()));
      merged.putIfAbsent(traceFlagsKey, type.cast(span.getTraceFlags().asHex()));
    }
    return merged;
  }

  private <V> void addBaggage(Baggage current, Map<String, V> merged, Class<V> type) {
    for (String key : baggage) {
      String value = current.getEntryValue(key);
      if (value != null) {
        merged.putIfAbsent(baggagePrefix + key, type.cast(value));
      }
    }
  }
}
