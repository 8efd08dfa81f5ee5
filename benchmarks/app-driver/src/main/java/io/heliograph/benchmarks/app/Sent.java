package io.heliograph.benchmarks.app;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a receiver has got.
 *
 * @param spans by span name
 * @param series metric names, each with the number of its attribute sets
 */
record Sent(Map<String, Tally> spans, Tally logRecords, long points, Map<String, Integer> series) {

  static final Sent NOTHING = new Sent(Map.of(), Tally.NOTHING, 0, Map.of());

  /** Metrics by name as in {@code series}; the counts since {@code earlier}. */
  Sent since(Sent earlier) {
    Map<String, Tally> added = new TreeMap<>();
    spans.forEach(
        (name, tally) ->
            added.put(name, tally.minus(earlier.spans.getOrDefault(name, Tally.NOTHING))));
    added.values().removeIf(Tally.NOTHING::equals);
    return new Sent(added, logRecords.minus(earlier.logRecords), points - earlier.points, series);
  }

  /** Both together; the metrics are those of {@code more}, or of this if it has none. */
  Sent plus(Sent more) {
    Map<String, Tally> all = new TreeMap<>(spans);
    more.spans.forEach((name, tally) -> all.merge(name, tally, Tally::plus));
    return new Sent(
        all,
        logRecords.plus(more.logRecords),
        points + more.points,
        more.series.isEmpty() ? series : more.series);
  }

  Tally allSpans() {
    return spans.values().stream().reduce(Tally.NOTHING, Tally::plus);
  }

  long spanCount() {
    return allSpans().count();
  }

  Set<String> metricNames() {
    return new TreeSet<>(series.keySet());
  }

  int seriesCount() {
    return series.values().stream().mapToInt(Integer::intValue).sum();
  }
}
