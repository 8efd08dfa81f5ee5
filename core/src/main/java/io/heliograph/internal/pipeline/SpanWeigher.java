package io.heliograph.internal.pipeline;

import io.heliograph.export.ReadableSpan;
import io.heliograph.export.SpanEvent;
import io.heliograph.export.SpanLink;
import io.heliograph.internal.attributes.FlatAttributes;
import io.opentelemetry.api.common.Attributes;
import java.util.List;

/**
 * Estimates the heap bytes that an ended span holds: fixed costs, and the characters of its texts.
 *
 * <p>It must give the same answer whenever it is asked, because the queue reserves and releases by
 * it. Exactness is not needed; that a megabyte of text counts as a megabyte is.
 */
public final class SpanWeigher {

  private static final long SPAN_BYTES = 256;
  private static final long ENTRY_BYTES = 24;
  private static final long PART_BYTES = 64;

  private SpanWeigher() {}

  public static int bytes(ReadableSpan span) {
    long bytes = SPAN_BYTES + span.name().length() + span.statusDescription().length();
    bytes += bytes(span.attributes());
    for (SpanEvent event : span.events()) {
      bytes += PART_BYTES + event.name().length() + bytes(event.attributes());
    }
    for (SpanLink link : span.links()) {
      bytes += PART_BYTES + bytes(link.attributes());
    }
    return (int) Math.min(bytes, Integer.MAX_VALUE);
  }

  private static long bytes(Attributes attributes) {
    if (attributes instanceof FlatAttributes flat) {
      long bytes = 0;
      for (int i = 0; i < flat.size(); i++) {
        bytes += ENTRY_BYTES + bytes(flat.valueAt(i));
      }
      return bytes;
    }
    return attributes.asMap().values().stream().mapToLong(v -> ENTRY_BYTES + bytes(v)).sum();
  }

  private static long bytes(Object value) {
    if (value instanceof String text) {
      return text.length();
    }
    if (value instanceof List<?> list) {
      return list.stream().mapToLong(element -> ENTRY_BYTES + bytes(element)).sum();
    }
    return Long.BYTES;
  }
}
