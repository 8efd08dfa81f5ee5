package io.heliograph.contract.receiver;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A span as it came over the wire.
 *
 * <p>Attribute values are String, Boolean, Long, Double, a List or a Map of these, a read-only
 * ByteBuffer, or an empty Optional for a value that was sent but not set.
 *
 * @param traceId 32 lower-case hex digits
 * @param spanId 16 lower-case hex digits
 * @param parentSpanId 16 lower-case hex digits, or empty for a root
 * @param startEpochNanos nanoseconds since the epoch
 * @param endEpochNanos nanoseconds since the epoch
 * @param flags W3C trace flags in bits 0 to 7, "parent is remote" known and set in bits 8 and 9
 */
public record ReceivedSpan(
    Map<String, Object> resource,
    Scope scope,
    String traceId,
    String spanId,
    String parentSpanId,
    String traceState,
    int flags,
    String name,
    SpanKind kind,
    long startEpochNanos,
    long endEpochNanos,
    Map<String, Object> attributes,
    int droppedAttributes,
    List<Event> events,
    int droppedEvents,
    List<Link> links,
    int droppedLinks,
    StatusCode status,
    String statusMessage) {

  private static final int REMOTE_PARENT = 0x200;

  /** The instrumentation scope, with the schema URL of its group. */
  public record Scope(
      String name, String version, Map<String, Object> attributes, String schemaUrl) {}

  /** An event; its time in nanoseconds since the epoch. */
  public record Event(
      String name, long epochNanos, Map<String, Object> attributes, int droppedAttributes) {}

  /** A link to another span, ids in lower-case hex. */
  public record Link(
      String traceId,
      String spanId,
      String traceState,
      int flags,
      Map<String, Object> attributes,
      int droppedAttributes) {}

  /** The value of an attribute, or null when the span has none of that name. */
  public @Nullable Object attribute(String key) {
    return attributes.get(key);
  }

  /** The resource's service.name. */
  public String serviceName() {
    return String.valueOf(resource.get("service.name"));
  }

  /** Whether the span has no parent, neither here nor in another process. */
  public boolean isRoot() {
    return parentSpanId.isEmpty();
  }

  /** Whether the flags say that the parent is in another process. */
  public boolean hasRemoteParent() {
    return (flags & REMOTE_PARENT) != 0;
  }

  /** End minus start. */
  public Duration duration() {
    return Duration.ofNanos(endEpochNanos - startEpochNanos);
  }
}
