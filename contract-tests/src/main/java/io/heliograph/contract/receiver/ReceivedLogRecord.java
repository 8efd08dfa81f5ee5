package io.heliograph.contract.receiver;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A log record as it came over the wire; attribute values as in {@link ReceivedSpan}.
 *
 * @param epochNanos when it happened, 0 when not said
 * @param observedEpochNanos when it was seen
 * @param severity OTLP's number, 0 when not said
 * @param body a value as an attribute has it, an empty Optional for none
 * @param traceId 32 lower-case hex digits, or empty
 * @param spanId 16 lower-case hex digits, or empty
 * @param flags W3C trace flags
 */
public record ReceivedLogRecord(
    Map<String, Object> resource,
    ReceivedSpan.Scope scope,
    long epochNanos,
    long observedEpochNanos,
    int severity,
    String severityText,
    Object body,
    Map<String, Object> attributes,
    int droppedAttributes,
    int flags,
    String traceId,
    String spanId,
    String eventName) {

  /** The value of an attribute, or null when the record has none of that name. */
  public @Nullable Object attribute(String key) {
    return attributes.get(key);
  }

  /** The resource's service.name. */
  public String serviceName() {
    return String.valueOf(resource.get("service.name"));
  }

  /** When it happened, or when it was seen if that is not said. */
  public long timeOrObserved() {
    return epochNanos == 0 ? observedEpochNanos : epochNanos;
  }

  /** Whether it belongs to a trace. */
  public boolean hasTrace() {
    return !traceId.isEmpty();
  }
}
