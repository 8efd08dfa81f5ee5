package io.heliograph.instrumentation;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Lets messages carry the context from their sender to their receiver. */
public final class MessageHeaders {

  private static final TextMapGetter<Map<String, String>> GETTER =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, String> headers) {
          return headers.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> headers, String key) {
          return headers == null ? null : headers.get(key);
        }
      };

  private MessageHeaders() {}

  /**
   * Writes the current context.
   *
   * @param headers takes name and value of each
   */
  public static void inject(OpenTelemetry openTelemetry, BiConsumer<String, String> headers) {
    openTelemetry
        .getPropagators()
        .getTextMapPropagator()
        .inject(
            Context.current(),
            headers,
            (to, name, value) -> {
              if (to != null) {
                to.accept(name, value);
              }
            });
  }

  /** The context of a message's sender, the root context if it has none. */
  public static Context extract(
      OpenTelemetry openTelemetry, Iterable<Map.Entry<String, String>> headers) {
    Map<String, String> known = new LinkedHashMap<>();
    headers.forEach(header -> known.putIfAbsent(header.getKey(), header.getValue()));
    return openTelemetry
        .getPropagators()
        .getTextMapPropagator()
        .extract(Context.root(), known, GETTER);
  }
}
