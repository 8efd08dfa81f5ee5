package io.heliograph.samples.runner;

import io.heliograph.contract.receiver.Received;
import io.heliograph.contract.receiver.ReceivedLogRecord;
import io.heliograph.contract.receiver.ReceivedSpan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds every difference between the spans and log lines called for and those that arrived. */
final class Comparison {

  private static final String SHOP_LOGGERS = "com.acme.shop.";

  /** By whose name the framework logs of the start. */
  private static final String MAIN_CLASS = SHOP_LOGGERS + "ShopApplication";

  private final List<ReceivedSpan> arrived;
  private final List<ReceivedLogRecord> unseenLogs;
  private final String order;
  private final List<String> differences = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private Comparison(Received arrived, String order) {
    this.arrived = arrived.spans();
    this.unseenLogs =
        new ArrayList<>(arrived.logs().stream().filter(Comparison::isTheShops).toList());
    this.order = order;
  }

  /**
   * One line for each difference.
   *
   * @param parentSpanId the parent of the topmost spans, empty where they have none
   * @param order the id that stands for {@code {order}} in log lines
   */
  static List<String> differences(
      List<ExpectedSpan> expected, Received arrived, String parentSpanId, String order) {
    Comparison comparison = new Comparison(arrived, order);
    comparison.compare(expected, parentSpanId, "at the top");
    comparison.reportUnseen();
    return comparison.differences;
  }

  /** What the framework has to say is its own affair. */
  private static boolean isTheShops(ReceivedLogRecord log) {
    String logger = log.scope().name();
    return logger.startsWith(SHOP_LOGGERS) && !logger.equals(MAIN_CLASS);
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
    wanted.logs().forEach(log -> compareLog(log, wanted, found));
    compare(wanted.children(), found.spanId(), "below " + wanted);
  }

  private void compareLog(ExpectedLog wanted, ExpectedSpan place, ReceivedSpan span) {
    Predicate<ReceivedLogRecord> isInPlace =
        log -> log.traceId().equals(span.traceId()) && log.spanId().equals(span.spanId());
    unseenLogs.stream()
        .filter(isInPlace.and(log -> wanted.isMeant(log, order)))
        .findFirst()
        .ifPresentOrElse(
            unseenLogs::remove, () -> differences.add("missing in " + place + ": " + wanted));
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
    for (ReceivedLogRecord log : unseenLogs) {
      differences.add(
          "not called for: %s logs %s \"%s\" in %s"
              .formatted(log.serviceName(), log.severityText(), log.body(), place(log)));
    }
  }

  private String parent(ReceivedSpan span) {
    return nameOf(span.parentSpanId())
        .orElse(span.isRoot() ? "none" : span.parentSpanId() + ", which did not arrive");
  }

  private String place(ReceivedLogRecord log) {
    return nameOf(log.spanId()).orElse(log.hasTrace() ? "a span that did not arrive" : "no trace");
  }

  private Optional<String> nameOf(String spanId) {
    return arrived.stream()
        .filter(span -> span.spanId().equals(spanId))
        .map(ReceivedSpan::name)
        .findFirst();
  }
}
