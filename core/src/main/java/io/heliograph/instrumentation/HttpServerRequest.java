package io.heliograph.instrumentation;

import io.heliograph.internal.attributes.PreparedAttributes;
import org.jspecify.annotations.Nullable;

/**
 * What a request says before it is handled, as far as many say the same: made once for them.
 *
 * @param method a known one or {@code _OTHER}
 * @param route if it is known so early
 * @param attributes of its span
 * @param active where it counts as active, {@code null} if nobody measures
 */
record HttpServerRequest(
    String method,
    @Nullable String scheme,
    @Nullable String version,
    @Nullable String route,
    String spanName,
    PreparedAttributes attributes,
    @Nullable MetricSeries active) {}
