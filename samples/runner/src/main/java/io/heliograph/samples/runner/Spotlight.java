package io.heliograph.samples.runner;

import io.heliograph.contract.receiver.PointData;
import io.heliograph.contract.receiver.Received;
import io.heliograph.contract.receiver.ReceivedExemplar;
import io.heliograph.contract.receiver.ReceivedMetric;
import io.heliograph.contract.receiver.ReceivedPoint;
import io.heliograph.contract.receiver.ReceivedSpan;
import io.heliograph.contract.receiver.TraceTree;
import io.opentelemetry.api.trace.SpanKind;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** One request in all three signals: the number, the exemplar, the trace, the log lines. */
final class Spotlight {

  private Spotlight() {}

  /** The request of that trace as text for people, without a line break at the end. */
  static String text(Received received, String traceId) {
    List<ReceivedMetric> requests = Correlation.requests(received.metrics());
    Received request = new Received(received.spans(), requests, received.logs()).ofTrace(traceId);
    return "From the number to its exemplar:\n"
        + numbers(request)
        + "\n\nFrom the exemplar to its trace, from the trace to its log lines:\n"
        + TraceTree.brief(request);
  }

  /** A histogram of each server span in the trace, in the order that they began. */
  private static String numbers(Received request) {
    String numbers =
        request.spans().stream()
            .filter(span -> span.kind() == SpanKind.SERVER)
            .sorted(Comparator.comparingLong(ReceivedSpan::startEpochNanos))
            .map(span -> numberOf(span, request.metrics()))
            .filter(number -> !number.isEmpty())
            .distinct()
            .collect(Collectors.joining("\n"));
    return numbers.isEmpty() ? "(no exemplar leads to it)" : numbers;
  }

  /** From the last export that has the span as an example, or empty. */
  private static String numberOf(ReceivedSpan span, List<ReceivedMetric> metrics) {
    String last = "";
    for (ReceivedMetric metric : metrics) {
      for (ReceivedPoint point : metric.points()) {
        List<ReceivedExemplar> examples =
            point.exemplars().stream().filter(exemplar -> exemplar.isOf(span)).toList();
        if (!examples.isEmpty()) {
          last = number(metric, point, examples.get(0));
        }
      }
    }
    return last;
  }

  private static String number(
      ReceivedMetric metric, ReceivedPoint point, ReceivedExemplar exemplar) {
    PointData.Histogram histogram = point.histogram();
    Double max = histogram.extent().max();
    return "  %s  %s  %s %s %s\n    %d measured%s; one of them ◆ %s in span %s"
        .formatted(
            metric.serviceName(),
            metric.name(),
            point.attribute("http.request.method"),
            point.attribute("http.route"),
            point.attribute("http.response.status_code"),
            histogram.count(),
            max == null ? "" : ", at most " + metric.amount(max),
            metric.amount(exemplar.value().number()),
            exemplar.spanId());
  }
}
