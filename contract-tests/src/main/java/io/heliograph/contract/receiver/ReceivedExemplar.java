package io.heliograph.contract.receiver;

import java.util.Map;

/**
 * A measurement that a point gives as an example.
 *
 * @param epochNanos when it was measured, in nanoseconds since the epoch
 * @param value a {@link PointData.LongValue} or {@link PointData.DoubleValue}
 * @param traceId 32 lower-case hex digits, or empty
 * @param spanId 16 lower-case hex digits, or empty
 * @param filteredAttributes those of the measurement that its point does not have
 */
public record ReceivedExemplar(
    long epochNanos,
    PointData value,
    String traceId,
    String spanId,
    Map<String, Object> filteredAttributes) {

  /** Whether it was measured in this span. */
  public boolean isOf(ReceivedSpan span) {
    return traceId.equals(span.traceId()) && spanId.equals(span.spanId());
  }

  /** Whether it leads to a trace. */
  public boolean hasTrace() {
    return !traceId.isEmpty();
  }
}
