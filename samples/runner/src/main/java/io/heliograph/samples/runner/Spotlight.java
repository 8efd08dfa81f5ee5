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

  private final Received received;
  private final String traceId;

  private Spotlight(Received received, String traceId) {
    this.received = received;
    this.traceId = traceId;
  }

  /** The request of that trace as text for people, without a line break at the end. */
  static String text(Received received, String traceId) {
    Spotlight spotlight = new Spotlight(received, traceId);
    return "From the number to its exemplar:\n"
        + spotlight.numbers()
        + "\n\nFrom the exemplar to its trace, from the trace to its log lines:\n"
        + TraceTree.brief(
            new Received(
                    received.spans(), Correlation.requests(received.metrics()), received.logs())
                .ofTrace(traceId));
  }

  /** A histogram of each request in the trace, in the order that the requests began. */
  private String numbers() {
    String numbers =
        received.ofTrace(traceId).spans().stream()
            .filter(span -> span.kind() == SpanKind.SERVER)
            .sorted(Comparator.comparingLong(ReceivedSpan::startEpochNanos))
            .map(this::numberOf)
            .filter(number -> !number.isEmpty())
            .distinct()
            .collect(Collectors.joining("\n"));
    return numbers.isEmpty() ? "(no exemplar leads to it)" : numbers;
  }

  /** From the last export that has the span as an example, or empty. */
  private String numberOf(ReceivedSpan span) {
    String last = "";
    for (ReceivedMetric metric : Correlation.requests(received.metrics())) {
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
