package io.heliograph.contract.receiver;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A point of a metric as it came over the wire; attribute values as in {@link ReceivedSpan}.
 *
 * @param startEpochNanos since when it counts, in nanoseconds since the epoch; 0 when not said,
 *     which only a gauge may
 * @param epochNanos until when
 * @param flags OTLP's data point flags
 */
public record ReceivedPoint(
    Map<String, Object> attributes,
    long startEpochNanos,
    long epochNanos,
    int flags,
    PointData data,
    List<ReceivedExemplar> exemplars) {

  /** The value of an attribute, or null when the point has none of that name. */
  public @Nullable Object attribute(String key) {
    return attributes.get(key);
  }

  /** The value of a whole-number point; throws ClassCastException for others. */
  public long longValue() {
    return ((PointData.LongValue) data).value();
  }

  /** The value of a floating-point point; throws ClassCastException for others. */
  public double doubleValue() {
    return ((PointData.DoubleValue) data).value();
  }

  /** The histogram with explicit bounds; throws ClassCastException for other points. */
  public PointData.Histogram histogram() {
    return (PointData.Histogram) data;
  }

  /** The histogram with exponential bounds; throws ClassCastException for other points. */
  public PointData.ExponentialHistogram exponentialHistogram() {
    return (PointData.ExponentialHistogram) data;
  }
}
