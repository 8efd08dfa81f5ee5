package io.heliograph.contract.receiver;

import io.heliograph.contract.receiver.ReceivedMetric.Temporality;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What the points of earlier requests forbid to later ones: a total since one start never falls,
 * and no two deltas tell of the same time. Requests may come out of order. Not thread-safe.
 */
final class MetricHistory {

  private final Map<Total, NavigableMap<Long, Double>> totals = new HashMap<>();
  private final Map<Series, NavigableMap<Long, Long>> deltas = new HashMap<>();

  private record Series(MetricIdentity metric, Map<String, Object> attributes) {}

  private record Total(Series series, long startEpochNanos) {}

  /** Remembers the points of a metric, and answers with what is wrong with them. */
  List<String> add(ReceivedMetric metric) {
    MetricIdentity identity = MetricIdentity.of(metric);
    List<String> violations = new ArrayList<>();
    for (ReceivedPoint point : metric.points()) {
      String what = "metric \"" + metric.name() + "\" " + point.attributes();
      Series series = new Series(identity, point.attributes());
      if (metric.temporality() == Temporality.DELTA && !isDisjoint(series, point)) {
        violations.add(what + " tells of a time that an earlier request told of");
      }
      if (metric.temporality() == Temporality.CUMULATIVE && !isRising(series, metric, point)) {
        violations.add(what + " falls though it must not before its start time changes");
      }
    }
    return violations;
  }

  /** Forgets all points. */
  void clear() {
    totals.clear();
    deltas.clear();
  }

  private boolean isDisjoint(Series series, ReceivedPoint point) {
    NavigableMap<Long, Long> told = deltas.computeIfAbsent(series, key -> new TreeMap<>());
    Map.Entry<Long, Long> before = told.floorEntry(point.startEpochNanos());
    Long after = told.higherKey(point.startEpochNanos());
    told.put(point.startEpochNanos(), point.epochNanos());
    return (before == null || before.getValue() <= point.startEpochNanos())
        && (after == null || point.epochNanos() <= after);
  }

  private boolean isRising(Series series, ReceivedMetric metric, ReceivedPoint point) {
    double value = total(metric, point);
    NavigableMap<Long, Double> told =
        totals.computeIfAbsent(new Total(series, point.startEpochNanos()), key -> new TreeMap<>());
    Map.Entry<Long, Double> before = told.floorEntry(point.epochNanos());
    Map.Entry<Long, Double> after = told.higherEntry(point.epochNanos());
    told.put(point.epochNanos(), value);
    return (before == null || !(value < before.getValue()))
        && (after == null || !(value > after.getValue()));
  }

  /** What only grows: a monotonic sum, the count of a histogram; for others always 0. */
  private static double total(ReceivedMetric metric, ReceivedPoint point) {
    PointData data = point.data();
    if (data instanceof PointData.Histogram histogram) {
      return histogram.count();
    }
    if (data instanceof PointData.ExponentialHistogram histogram) {
      return histogram.count();
    }
    return metric.monotonic() && !(data instanceof PointData.NoValue) ? data.number() : 0;
  }
}
