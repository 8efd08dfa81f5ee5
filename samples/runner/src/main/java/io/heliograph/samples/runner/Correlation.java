package io.heliograph.samples.runner;

import io.heliograph.contract.receiver.Received;
import io.heliograph.contract.receiver.ReceivedExemplar;
import io.heliograph.contract.receiver.ReceivedLogRecord;
import io.heliograph.contract.receiver.ReceivedMetric;
import io.heliograph.contract.receiver.ReceivedMetric.Kind;
import io.opentelemetry.api.trace.SpanKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Whether the three signals tell of the same things, and lead to each other. */
final class Correlation {

  private static final String REQUESTS = "http.server.request.duration";

  private final Received received;
  private final List<String> faults = new ArrayList<>();

  private Correlation(Received received) {
    this.received = received;
  }

  /**
   * One line for each broken link.
   *
   * @param startLines how the lines begin that a service logs when it starts
   */
  static List<String> faults(Received received, Function<Part, List<String>> startLines) {
    Correlation correlation = new Correlation(received);
    correlation.checkExemplars();
    for (Part part : Part.values()) {
      correlation.checkSignals(part.serviceName());
      correlation.checkStart(part.serviceName(), startLines.apply(part));
      correlation.checkRequests(part.serviceName());
    }
    return correlation.faults;
  }

  private void checkExemplars() {
    Set<String> spans = new HashSet<>();
    received.spans().forEach(span -> spans.add(span.traceId() + span.spanId()));
    for (ReceivedMetric metric : received.metrics()) {
      metric
          .exemplars()
          .filter(exemplar -> !spans.contains(exemplar.traceId() + exemplar.spanId()))
          .forEach(exemplar -> faults.add(astray(metric, exemplar)));
    }
  }

  private static String astray(ReceivedMetric metric, ReceivedExemplar exemplar) {
    String what = "an exemplar of " + metric.name() + " of " + metric.serviceName();
    return exemplar.hasTrace()
        ? "%s leads to span %s of trace %s, which did not arrive"
            .formatted(what, exemplar.spanId(), exemplar.traceId())
        : what + " leads to no trace";
  }

  private void checkSignals(String service) {
    List<ReceivedMetric> metrics = metricsOf(service);
    require(!metrics.isEmpty(), service + " sent no metric points");
    require(
        metrics.stream().anyMatch(metric -> metric.exemplars().findAny().isPresent()),
        service + " sent no exemplars");
    require(!logsOf(service).isEmpty(), service + " sent no log records");
  }

  private void checkStart(String service, List<String> startLines) {
    for (String line : startLines) {
      require(
          logsOf(service).stream()
              .anyMatch(log -> !log.hasTrace() && String.valueOf(log.body()).startsWith(line)),
          service + " sent no log record of its start: " + line);
    }
  }

  /** A request is one span, and one measurement. */
  private void checkRequests(String service) {
    long spans =
        received.spans().stream()
            .filter(span -> span.serviceName().equals(service) && span.kind() == SpanKind.SERVER)
            .count();
    long measured = measurements(metricsOf(service));
    require(
        spans == measured,
        "%s has %d server spans, and %s counts %d".formatted(service, spans, REQUESTS, measured));
  }

  /** Of the last total of each series; the requests of the service add up over them. */
  static long measurements(List<ReceivedMetric> metrics) {
    Map<Map<String, Object>, Long> totals = new HashMap<>();
    for (ReceivedMetric metric : requests(metrics)) {
      metric.points().forEach(p -> totals.merge(p.attributes(), p.histogram().count(), Math::max));
    }
    return totals.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Those that measure the requests of a service. */
  static List<ReceivedMetric> requests(List<ReceivedMetric> metrics) {
    return metrics.stream()
        .filter(metric -> metric.name().equals(REQUESTS) && metric.kind() == Kind.HISTOGRAM)
        .toList();
  }

  private List<ReceivedMetric> metricsOf(String service) {
    return received.metrics().stream()
        .filter(metric -> metric.serviceName().equals(service))
        .toList();
  }

  private List<ReceivedLogRecord> logsOf(String service) {
    return received.logs().stream().filter(log -> log.serviceName().equals(service)).toList();
  }

  private void require(boolean condition, String fault) {
    if (!condition) {
      faults.add(fault);
    }
  }
}
