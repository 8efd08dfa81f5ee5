package io.heliograph.contract.receiver;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Takes a request from either protocol: decodes it, checks it and logs it. Thread-safe. */
final class Intake {

  private final SpanLog log;

  Intake(SpanLog log) {
    this.log = log;
  }

  /** A request before its body is understood. */
  record Head(
      Protocol protocol,
      Signal signal,
      Map<String, List<String>> headers,
      String contentType,
      String contentEncoding,
      int byteSize) {}

  /** Takes the request as the script says; throws when it is malformed, which is remembered. */
  void take(Head head, byte[] body, ScriptedResponse script) throws MalformedRequestException {
    try {
      ReceivedRequest request = request(head, decode(head, body));
      List<String> violations = new ArrayList<>();
      RequestRules.check(request, violations);
      if (!violations.isEmpty()) {
        throw new MalformedRequestException(String.join("; ", violations));
      }
      log.add(request);
      accept(request, script);
    } catch (MalformedRequestException e) {
      violation(head.protocol() + " " + head.signal() + ": " + e.getMessage());
      throw e;
    }
  }

  void violation(String violation) {
    log.violation(violation);
  }

  private static Message decode(Head head, byte[] body) throws MalformedRequestException {
    if (head.protocol() == Protocol.HTTP_JSON) {
      return OtlpJson.parse(body, head.signal().newRequest());
    }
    try {
      return head.signal().parse(body);
    } catch (InvalidProtocolBufferException e) {
      throw new MalformedRequestException("not a protobuf message: " + e.getMessage());
    }
  }

  private static ReceivedRequest request(Head head, Message message) {
    return new ReceivedRequest(
        head.protocol(),
        head.signal(),
        head.headers(),
        head.contentType(),
        head.contentEncoding(),
        head.byteSize(),
        message);
  }

  private void accept(ReceivedRequest request, ScriptedResponse script) {
    if (!script.accepts()) {
      return;
    }
    boolean ambiguous = script.ambiguous();
    switch (request.signal()) {
      case TRACES -> log.accept(accepted(SpanDecoder.decode(request.traces()), script), ambiguous);
      case LOGS -> log.acceptLogs(accepted(LogDecoder.decode(request.logs()), script));
      case METRICS -> log.acceptMetrics(acceptedMetrics(request, script), ambiguous);
    }
  }

  /** A receiver refuses points, not metrics. */
  private static List<ReceivedMetric> acceptedMetrics(
      ReceivedRequest request, ScriptedResponse script) {
    long toRefuse = script.rejected();
    List<ReceivedMetric> accepted = new ArrayList<>();
    for (ReceivedMetric metric : MetricDecoder.decode(request.metrics())) {
      int refused = (int) Math.min(toRefuse, metric.points().size());
      toRefuse -= refused;
      if (refused < metric.points().size()) {
        accepted.add(metric.withPoints(metric.points().subList(refused, metric.points().size())));
      }
    }
    return accepted;
  }

  private static <T> List<T> accepted(List<T> items, ScriptedResponse script) {
    int refused = (int) Math.min(script.rejected(), items.size());
    return items.subList(refused, items.size());
  }
}
