package io.heliograph.export;

import io.opentelemetry.api.common.Attributes;

/**
 * Something that happened at one moment inside a span.
 *
 * @param epochNanos nanoseconds since the Unix epoch
 * @param droppedAttributes attributes over the limit
 */
public record SpanEvent(
    String name, long epochNanos, Attributes attributes, int droppedAttributes) {}
