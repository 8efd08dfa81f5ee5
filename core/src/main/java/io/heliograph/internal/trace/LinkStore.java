package io.heliograph.internal.trace;

import io.heliograph.export.SpanLink;
import io.heliograph.internal.attributes.AttributeStore;
import io.heliograph.pipeline.SpanLimits;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A span's links within their limits, in order. Not thread-safe: the span's lock guards it. */
final class LinkStore {

  private static final long PART_BYTES = 64;

  private final SpanLimits limits;
  private final List<SpanLink> links = new ArrayList<>(2);
  private int dropped;
  private long estimatedBytes;

  LinkStore(SpanLimits limits) {
    this.limits = limits;
  }

  /** Adds a link; one without a valid context says nothing and is ignored. */
  void add(@Nullable SpanContext spanContext, @Nullable Attributes attributes) {
    if (spanContext == null || !spanContext.isValid()) {
      return;
    }
    if (links.size() >= limits.links()) {
      dropped++;
      return;
    }
    AttributeStore.Limited kept =
        AttributeStore.limit(
            attributes == null ? Attributes.empty() : attributes,
            limits.linkAttributes(),
            limits.valueLength());
    estimatedBytes += PART_BYTES + kept.estimatedBytes();
    links.add(new SpanLink(spanContext, kept.attributes(), kept.dropped()));
  }

  List<SpanLink> view() {
    return List.copyOf(links);
  }

  int dropped() {
    return dropped;
  }

  long estimatedBytes() {
    return estimatedBytes;
  }
}
