package io.heliograph.contract.receiver;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A metric as one request brought it; the next export brings another of the same identity.
 *
 * @param unit empty when not said
 * @param temporality NONE for a gauge
 * @param monotonic false for all but sums
 * @param points at least one, no two with the same attributes
 */
public record ReceivedMetric(
    Map<String, Object> resource,
    ReceivedSpan.Scope scope,
    String name,
    String description,
    String unit,
    Kind kind,
    Temporality temporality,
    boolean monotonic,
    List<ReceivedPoint> points) {

  /** What its points are. */
  public enum Kind {
    GAUGE,
    SUM,
    HISTOGRAM,
    EXPONENTIAL_HISTOGRAM
  }

  /** Whether a point tells of the time since the one before it, or since the start. */
  public enum Temporality {
    NONE,
    DELTA,
    CUMULATIVE
  }

  /** The resource's service.name. */
  public String serviceName() {
    return String.valueOf(resource.get("service.name"));
  }

  /** The one point; throws AssertionError when there are more. */
  public ReceivedPoint onlyPoint() {
    if (points.size() != 1) {
      throw new AssertionError("Expected one point, found " + points);
    }
    return points.get(0);
  }

  /** The point with exactly these attributes; throws AssertionError when there is none. */
  public ReceivedPoint point(Map<String, Object> attributes) {
    return points.stream()
        .filter(point -> point.attributes().equals(attributes))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No point with " + attributes + " in " + points));
  }

  /** A value of it for people to read: four digits, seconds as milliseconds. */
  public String amount(double value) {
    boolean seconds = unit.equals("s");
    if (!Double.isFinite(value)) {
      return (value + " " + unit).stripTrailing();
    }
    BigDecimal digits = new BigDecimal(seconds ? value * 1000 : value, MathContext.DECIMAL32);
    String text = digits.round(new MathContext(4)).stripTrailingZeros().toPlainString();
    return (text + " " + (seconds ? "ms" : unit)).stripTrailing();
  }

  /** The exemplars of all points. */
  public Stream<ReceivedExemplar> exemplars() {
    return points.stream().flatMap(point -> point.exemplars().stream());
  }

  ReceivedMetric withPoints(List<ReceivedPoint> other) {
    return new ReceivedMetric(
        resource, scope, name, description, unit, kind, temporality, monotonic, other);
  }
}
