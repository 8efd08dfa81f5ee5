package io.heliograph.internal.trace;

import io.heliograph.export.SpanEvent;
import io.heliograph.export.SpanLink;
import io.heliograph.internal.attributes.AttributeStore;
import io.heliograph.pipeline.SpanLimits;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import org.jspecify.annotations.Nullable;

/** An event or a link with its attributes within their limits, made before the span is locked. */
record Part<E>(E value, long estimatedBytes) {

  private static final long FIXED_BYTES = 64;

  static Part<SpanEvent> event(
      SpanLimits limits, String name, long epochNanos, @Nullable Attributes attributes) {
    AttributeStore.Limited kept =
        AttributeStore.limit(
            attributes == null ? Attributes.empty() : attributes,
            limits.eventAttributes(),
            limits.valueLength());
    return new Part<>(
        new SpanEvent(name, epochNanos, kept.attributes(), kept.dropped()),
        FIXED_BYTES + name.length() + kept.estimatedBytes());
  }

  static Part<SpanLink> link(
      SpanLimits limits, SpanContext spanContext, @Nullable Attributes attributes) {
    AttributeStore.Limited kept =
        AttributeStore.limit(
            attributes == null ? Attributes.empty() : attributes,
            limits.linkAttributes(),
            limits.valueLength());
    return new Part<>(
        new SpanLink(spanContext, kept.attributes(), kept.dropped()),
        FIXED_BYTES + kept.estimatedBytes());
  }
}
