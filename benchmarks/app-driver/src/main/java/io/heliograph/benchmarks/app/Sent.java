package io.heliograph.benchmarks.app;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a receiver has got.
 *
 * @param spans how many, by span name
 * @param series metric names, each with the number of its attribute sets
 */
record Sent(Map<String, Long> spans, long logRecords, long points, Map<String, Integer> series) {

  static final Sent NOTHING = new Sent(Map.of(), 0, 0, Map.of());

  /** Metrics by name as in {@code series}; the counts since {@code earlier}. */
  Sent since(Sent earlier) {
    Map<String, Long> added = new TreeMap<>();
    spans.forEach((name, count) -> added.put(name, count - earlier.spans.getOrDefault(name, 0L)));
    added.values().removeIf(count -> count == 0);
    return new Sent(added, logRecords - earlier.logRecords, points - earlier.points, series);
  }

  /** Both together; the metrics are those of {@code more}, or of this if it has none. */
  Sent plus(Sent more) {
    Map<String, Long> all = new TreeMap<>(spans);
    more.spans.forEach((name, count) -> all.merge(name, count, Long::sum));
    return new Sent(
        all,
        logRecords + more.logRecords,
        points + more.points,
        more.series.isEmpty() ? series : more.series);
  }

  long spanCount() {
    return spans.values().stream().mapToLong(Long::longValue).sum();
  }

  Set<String> metricNames() {
    return new TreeSet<>(series.keySet());
  }

  int seriesCount() {
    return series.values().stream().mapToInt(Integer::intValue).sum();
  }
}
