package io.heliograph.contract.receiver;

import io.opentelemetry.api.trace.StatusCode;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that a receiver had accepted at one moment, each in the order of arrival.
 *
 * @param metrics a metric again for each export that had it
 */
public record Received(
    List<ReceivedSpan> spans, List<ReceivedMetric> metrics, List<ReceivedLogRecord> logs) {

  /** The spans and log records of one trace, and all metrics. */
  public Received ofTrace(String traceId) {
    return new Received(
        spans.stream().filter(span -> span.traceId().equals(traceId)).toList(),
        metrics,
        logs.stream().filter(log -> log.traceId().equals(traceId)).toList());
  }

  /** The exemplars of all metrics. */
  public Stream<ReceivedExemplar> exemplars() {
    return metrics.stream().flatMap(ReceivedMetric::exemplars);
  }

  /** How much there is of everything, in one line. */
  public String summary() {
    return "spans %d, errors %d, services %d, metric points %d, exemplars %d, logs %d, %s %d"
        .formatted(
            spans.size(),
            spans.stream().filter(span -> span.status() == StatusCode.ERROR).count(),
            spans.stream().map(ReceivedSpan::serviceName).distinct().count(),
            metrics.stream().mapToInt(metric -> metric.points().size()).sum(),
            exemplars().count(),
            logs.size(),
            "logs with trace",
            logs.stream().filter(ReceivedLogRecord::hasTrace).count());
  }
}
