package io.heliograph.export;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;

/**
 * One measurement that was kept, with the span in which it was taken.
 *
 * @param value a {@link Long} or a {@link Double}
 * @param filteredAttributes attributes of the measurement that its series does not have: a view
 *     that removes attributes leaves them here
 * @param spanContext invalid if there was no span
 * @see <a
 *     href="https://opentelemetry.io/docs/specs/otel/metrics/data-model/#exemplars">Exemplars</a>
 */
public record Exemplar(
    Number value, long epochNanos, SpanContext spanContext, Attributes filteredAttributes) {}
