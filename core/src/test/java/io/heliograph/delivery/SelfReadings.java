package io.heliograph.delivery;

import io.heliograph.export.DistributionPoint;
import io.heliograph.export.MetricData;
import io.heliograph.export.MetricPoint;
import io.heliograph.export.NumberPoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One collection of the engine's own metrics: of the exporter under test, and of what has no name.
 */
record SelfReadings(List<MetricData> metrics) {

  Map<String, String> units() {
    return metrics.stream().collect(Collectors.toMap(MetricData::name, MetricData::unit));
  }

  Set<String> scopes() {
    return metrics.stream()
        .map(metric -> metric.instrumentationScope().name())
        .collect(Collectors.toSet());
  }

  private List<Point> points(String name) {
    return metrics.stream()
        .filter(metric -> metric.name().equals(name))
        .flatMap(metric -> metric.points().stream())
        .map(Point::of)
        .filter(point -> !point.component().endsWith("/seen"))
        .toList();
  }

  long value(String name, Map<String, Object> attributes) {
    return metrics.stream()
        .filter(metric -> metric.name().equals(name))
        .flatMap(metric -> metric.points().stream())
        .map(Point::of)
        .filter(point -> point.attributes().equals(attributes))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + attributes + " is not in " + metrics))
        .value();
  }

  List<Long> values(String name) {
    return points(name).stream().map(Point::value).toList();
  }

  long sum(String name) {
    return points(name).stream().mapToLong(Point::value).sum();
  }

  long successes(String name) {
    return points(name).stream()
        .filter(point -> point.error() == null)
        .mapToLong(Point::value)
        .sum();
  }

  Map<String, Long> failures(String name) {
    return points(name).stream()
        .filter(point -> point.error() != null)
        .collect(Collectors.toMap(Point::error, Point::value, Long::sum));
  }

  /** The value of a number, the count of a histogram. */
  private record Point(Map<String, Object> attributes, long value) {

    static Point of(MetricPoint point) {
      Map<String, Object> attributes = new HashMap<>();
      point.attributes().forEach((key, value) -> attributes.put(key.getKey(), value));
      return new Point(
          attributes,
          point instanceof NumberPoint number
              ? number.longValue()
              : ((DistributionPoint) point).count());
    }

    String component() {
      return (String) attributes.getOrDefault("otel.component.name", "");
    }

    @Nullable String error() {
      return (String) attributes.get("error.type");
    }
  }
}
