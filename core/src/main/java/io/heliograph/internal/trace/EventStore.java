package io.heliograph.internal.trace;

import io.heliograph.export.SpanEvent;
import io.heliograph.internal.attributes.AttributeStore;
import io.heliograph.pipeline.SpanLimits;
import io.opentelemetry.api.common.Attributes;
import java.util.ArrayList;
import java.util.List;

/** A span's events within their limits, in order. Not thread-safe: the span's lock guards it. */
final class EventStore {

  private static final long PART_BYTES = 64;

  private final SpanLimits limits;
  private final List<SpanEvent> events = new ArrayList<>(2);
  private int dropped;
  private long estimatedBytes;

  EventStore(SpanLimits limits) {
    this.limits = limits;
  }

  void add(String name, long epochNanos, Attributes attributes) {
    if (events.size() >= limits.events()) {
      dropped++;
      return;
    }
    AttributeStore.Limited kept =
        AttributeStore.limit(attributes, limits.eventAttributes(), limits.valueLength());
    estimatedBytes += PART_BYTES + name.length() + kept.estimatedBytes();
    events.add(new SpanEvent(name, epochNanos, kept.attributes(), kept.dropped()));
  }

  List<SpanEvent> view() {
    return List.copyOf(events);
  }

  int dropped() {
    return dropped;
  }

  long estimatedBytes() {
    return estimatedBytes;
  }
}
