package io.heliograph.benchmarks.app;

import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.SummaryDataPoint;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The count of everything that came. Thread-safe. */
final class Counts {

  private final Map<String, Tally> spans = new TreeMap<>();
  private final Map<String, Set<Set<KeyValue>>> series = new TreeMap<>();
  private Tally logRecords = Tally.NOTHING;
  private long points;

  synchronized void addSpan(String name, int attributes) {
    spans.merge(name, Tally.ofOne(attributes), Tally::plus);
  }

  synchronized void addLogRecord(int attributes) {
    logRecords = logRecords.plus(Tally.ofOne(attributes));
  }

  synchronized void addMetric(Metric metric) {
    attributes(metric)
        .forEach(
            attributes -> {
              points++;
              series
                  .computeIfAbsent(metric.getName(), name -> new HashSet<>())
                  .add(new HashSet<>(attributes));
            });
  }

  synchronized Sent sent() {
    Map<String, Integer> sizes = new TreeMap<>();
    series.forEach((name, sets) -> sizes.put(name, sets.size()));
    return new Sent(new TreeMap<>(spans), logRecords, points, sizes);
  }

  /** The attributes of each point. */
  private static Stream<List<KeyValue>> attributes(Metric metric) {
    return switch (metric.getDataCase()) {
      case GAUGE ->
          metric.getGauge().getDataPointsList().stream().map(NumberDataPoint::getAttributesList);
      case SUM ->
          metric.getSum().getDataPointsList().stream().map(NumberDataPoint::getAttributesList);
      case HISTOGRAM ->
          metric.getHistogram().getDataPointsList().stream()
              .map(HistogramDataPoint::getAttributesList);
      case EXPONENTIAL_HISTOGRAM ->
          metric.getExponentialHistogram().getDataPointsList().stream()
              .map(ExponentialHistogramDataPoint::getAttributesList);
      case SUMMARY ->
          metric.getSummary().getDataPointsList().stream().map(SummaryDataPoint::getAttributesList);
      case DATA_NOT_SET -> Stream.empty();
    };
  }
}
