package io.heliograph.samples.runner;

import io.heliograph.contract.receiver.ReceivedSpan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds every difference between the spans that were called for and those that arrived. */
final class Comparison {

  private final List<ReceivedSpan> arrived;
  private final List<String> differences = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private Comparison(List<ReceivedSpan> arrived) {
    this.arrived = arrived;
  }

  /**
   * One line for each difference.
   *
   * @param parentSpanId the parent of the topmost spans, empty where they have none
   */
  static List<String> differences(
      List<ExpectedSpan> expected, List<ReceivedSpan> arrived, String parentSpanId) {
    Comparison comparison = new Comparison(arrived);
    comparison.compare(expected, parentSpanId, "at the top");
    comparison.reportUnseen();
    return comparison.differences;
  }

  private void compare(List<ExpectedSpan> expected, String parentSpanId, String place) {
    List<ReceivedSpan> candidates = new ArrayList<>(childrenOf(parentSpanId));
    for (ExpectedSpan wanted : expected) {
      candidates.stream()
          .filter(wanted::isMeant)
          .findFirst()
          .ifPresentOrElse(
              found -> {
                candidates.remove(found);
                compare(wanted, found);
              },
              () -> differences.add("missing " + place + ": " + wanted + below(wanted)));
    }
  }

  private void compare(ExpectedSpan wanted, ReceivedSpan found) {
    seen.add(found.spanId());
    differences.addAll(wanted.faults(found));
    compare(wanted.children(), found.spanId(), "below " + wanted);
  }

  private List<ReceivedSpan> childrenOf(String parentSpanId) {
    return arrived.stream().filter(span -> span.parentSpanId().equals(parentSpanId)).toList();
  }

  private static String below(ExpectedSpan wanted) {
    int below = wanted.count() - 1;
    return below == 0 ? "" : ", with the " + below + " below it";
  }

  private void reportUnseen() {
    for (ReceivedSpan span : arrived) {
      if (!seen.contains(span.spanId())) {
        differences.add(
            "not called for: %s %s \"%s\" with parent %s"
                .formatted(span.serviceName(), span.kind(), span.name(), parent(span)));
      }
    }
  }

  private String parent(ReceivedSpan span) {
    return arrived.stream()
        .filter(other -> other.spanId().equals(span.parentSpanId()))
        .map(ReceivedSpan::name)
        .findFirst()
        .orElse(span.isRoot() ? "none" : span.parentSpanId() + ", which did not arrive");
  }
}
