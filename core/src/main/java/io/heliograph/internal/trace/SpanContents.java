package io.heliograph.internal.trace;

import io.heliograph.export.SpanEvent;
import io.heliograph.export.SpanLink;
import io.heliograph.internal.attributes.AttributeStore;
import io.heliograph.internal.attributes.PreparedAttributes;
import io.heliograph.internal.attributes.SpanAttributes;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The attributes, events and links of a span, under its lock. No object of its own for each span.
 */
abstract class SpanContents extends SpanPhase {

  private @Nullable SpanAttributes attributes;
  private @Nullable Parts<SpanEvent> events;
  private @Nullable Parts<SpanLink> links;

  SpanContents(@Nullable SpanAttributes attributes, @Nullable Parts<SpanLink> links) {
    this.attributes = attributes;
    this.links = links;
  }

  /** As {@link AttributeStore#set}, of which nothing is foreign code. */
  final void put(EngineTracer tracer, AttributeKey<?> key, Object kept, long textLength) {
    int phase = lockToWrite();
    if (phase != ENDED) {
      try {
        AttributeStore own = tracer.ownAttributes(attributes);
        attributes = own;
        own.set(key, kept, textLength);
      } finally {
        unlock(phase);
      }
    }
  }

  /** Adds what is shared and fits. The caller has the lock. */
  final void putAll(EngineTracer tracer, PreparedAttributes shared) {
    if (attributes == null) {
      attributes = shared;
    } else if (!shared.isEmpty()) {
      AttributeStore own = tracer.ownAttributes(attributes);
      attributes = own;
      own.setAll(shared);
    }
  }

  final void add(Part<SpanEvent> event, int most) {
    int phase = lockToWrite();
    if (phase != ENDED) {
      events = events == null ? new Parts<>(most) : events;
      events.add(event);
      unlock(phase);
    }
  }

  final void link(Part<SpanLink> link, int most) {
    int phase = lockToWrite();
    if (phase != ENDED) {
      links = links == null ? new Parts<>(most) : links;
      links.add(link);
      unlock(phase);
    }
  }

  /** Tells the tracer how much room its spans need. */
  final void teach(EngineTracer tracer) {
    if (attributes != null) {
      tracer.learn(attributes);
    }
  }

  final long contentBytes() {
    long bytes = attributes == null ? 0 : attributes.estimatedBytes();
    bytes += events == null ? 0 : events.estimatedBytes();
    return bytes + (links == null ? 0 : links.estimatedBytes());
  }

  /** Of a span that has ended nothing is written, as the exporter finds it in no cache. */
  public final Attributes attributes() {
    if (phase() == ENDED) {
      return attributes == null ? Attributes.empty() : attributes.lastView();
    }
    int phase = lock();
    Attributes view = attributes == null ? Attributes.empty() : attributes.view();
    unlock(phase);
    return view;
  }

  /** Most spans have none, which takes no lock to see. */
  public final List<SpanEvent> events() {
    return events == null ? List.of() : viewOf(events);
  }

  /** Most spans have none, which takes no lock to see. */
  public final List<SpanLink> links() {
    return links == null ? List.of() : viewOf(links);
  }

  private <E> List<E> viewOf(Parts<E> parts) {
    int phase = lock();
    List<E> view = parts.view();
    unlock(phase);
    return view;
  }

  public final int droppedAttributes() {
    SpanAttributes store = attributes;
    return store == null ? 0 : store.dropped();
  }

  public final int droppedEvents() {
    return dropped(events);
  }

  public final int droppedLinks() {
    return dropped(links);
  }

  private static int dropped(@Nullable Parts<?> parts) {
    return parts == null ? 0 : parts.dropped();
  }
}
