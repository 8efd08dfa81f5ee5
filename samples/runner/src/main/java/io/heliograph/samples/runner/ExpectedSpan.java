package io.heliograph.samples.runner;

import io.heliograph.contract.receiver.ReceivedSpan;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A span that the story calls for.
 *
 * @param attributes those that it must have, as text; it may have others
 * @param logs the log lines said in it, those of the shop's own loggers complete, in any order
 * @param children the spans below it, complete, in any order
 */
record ExpectedSpan(
    String service,
    SpanKind kind,
    String name,
    StatusCode status,
    Map<String, String> attributes,
    List<ExpectedLog> logs,
    List<ExpectedSpan> children) {

  /** How many spans it and those below it are. */
  int count() {
    return 1 + children.stream().mapToInt(ExpectedSpan::count).sum();
  }

  /** Whether a span is the one meant, right or wrong in its details. */
  boolean isMeant(ReceivedSpan span) {
    return span.serviceName().equals(service) && span.kind() == kind && span.name().equals(name);
  }

  /** What is wrong with the span that is meant, each in one line. */
  List<String> faults(ReceivedSpan span) {
    List<String> faults = new ArrayList<>();
    if (span.status() != status) {
      faults.add(this + " has status " + span.status() + " instead of " + status);
    }
    attributes.forEach(
        (key, value) -> {
          String actual = String.valueOf(span.attribute(key));
          if (!actual.equals(value)) {
            faults.add(this + " has " + key + "=" + actual + " instead of " + value);
          }
        });
    return faults;
  }

  @Override
  public String toString() {
    return service + " " + kind + " \"" + name + "\"";
  }
}
