package io.heliograph.export;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;

/**
 * A relation to a span that is not the parent.
 *
 * @param droppedAttributes attributes over the limit
 */
public record SpanLink(SpanContext spanContext, Attributes attributes, int droppedAttributes) {}
