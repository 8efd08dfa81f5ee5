package io.heliograph.contract.receiver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What arrived, what was wrong with it, and which spans a test has asked for. Thread-safe. */
final class SpanLog {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<ReceivedRequest> requests = new ArrayList<>();
  private final Map<String, ReceivedSpan> spans = new LinkedHashMap<>();
  private final List<ReceivedLogRecord> logs = new ArrayList<>();
  private final List<ReceivedMetric> metrics = new ArrayList<>();
  private final MetricHistory history = new MetricHistory();
  private final Set<String> claimed = new HashSet<>();
  private final Set<String> ambiguous = new HashSet<>();
  private final List<String> violations = new ArrayList<>();
  private final List<Predicate<ReceivedSpan>> ignored = new ArrayList<>();

  void add(ReceivedRequest request) {
    change(() -> requests.add(request));
  }

  void violation(String violation) {
    change(() -> violations.add(violation));
  }

  /** Stores accepted spans; a repeated one is a violation unless its first answer was ambiguous. */
  void accept(List<ReceivedSpan> accepted, boolean ambiguousAnswer) {
    change(() -> accepted.forEach(span -> accept(span, ambiguousAnswer)));
  }

  /** Stores accepted log records, which have no id to recognise a repeated one by. */
  void acceptLogs(List<ReceivedLogRecord> accepted) {
    change(() -> logs.addAll(accepted));
  }

  /** Stores accepted metrics; of those with an ambiguous answer nothing follows for later ones. */
  void acceptMetrics(List<ReceivedMetric> accepted, boolean ambiguousAnswer) {
    change(
        () -> {
          metrics.addAll(accepted);
          if (!ambiguousAnswer) {
            accepted.forEach(metric -> violations.addAll(history.add(metric)));
          }
        });
  }

  private void accept(ReceivedSpan span, boolean ambiguousAnswer) {
    ReceivedSpan earlier = spans.putIfAbsent(span.spanId(), span);
    if (earlier != null && !ambiguous.contains(span.spanId())) {
      violations.add("span \"" + span.name() + "\" " + span.spanId() + " was sent twice");
    }
    if (ambiguousAnswer) {
      ambiguous.add(span.spanId());
    }
  }

  void claim(Collection<ReceivedSpan> wanted) {
    change(() -> wanted.forEach(span -> claimed.add(span.spanId())));
  }

  /** Takes no notice of spans that match, from now on, and keeps on after a reset. */
  void ignoreAlways(Predicate<ReceivedSpan> matcher) {
    change(() -> ignored.add(matcher));
  }

  List<ReceivedRequest> requests() {
    return read(() -> List.copyOf(requests));
  }

  List<ReceivedSpan> spans() {
    return read(() -> List.copyOf(spans.values()));
  }

  List<ReceivedLogRecord> logs() {
    return read(() -> List.copyOf(logs));
  }

  List<ReceivedMetric> metrics() {
    return read(() -> List.copyOf(metrics));
  }

  Received received() {
    return read(() -> new Received(spans(), metrics(), logs()));
  }

  List<ReceivedSpan> unclaimed() {
    return read(
        () -> expected().stream().filter(span -> !claimed.contains(span.spanId())).toList());
  }

  /** All spans but those that are always ignored. */
  List<ReceivedSpan> expected() {
    return read(() -> spans.values().stream().filter(span -> !isIgnored(span)).toList());
  }

  private boolean isIgnored(ReceivedSpan span) {
    return ignored.stream().anyMatch(matcher -> matcher.test(span));
  }

  List<String> violations() {
    return read(() -> List.copyOf(violations));
  }

  List<String> takeViolations() {
    return read(
        () -> {
          List<String> taken = List.copyOf(violations);
          violations.clear();
          return taken;
        });
  }

  void reset() {
    change(
        () -> {
          requests.clear();
          spans.clear();
          logs.clear();
          metrics.clear();
          history.clear();
          claimed.clear();
          ambiguous.clear();
          violations.clear();
        });
  }

  /** Waits until the probe finds something; throws AssertionError with what did arrive. */
  <T> T await(String what, Duration deadline, Supplier<@Nullable T> probe) {
    lock.lock();
    try {
      long left = deadline.toNanos();
      T found = probe.get();
      while (found == null && left > 0) {
        left = changed.awaitNanos(left);
        found = probe.get();
      }
      if (found != null) {
        return found;
      }
      throw new AssertionError(
          "Waited " + deadline.toSeconds() + " s for " + what + ".\n" + describe());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted while waiting for " + what, e);
    } finally {
      lock.unlock();
    }
  }

  private String describe() {
    String arrived =
        "Arrived:\n"
            + TraceTree.render(List.copyOf(spans.values()))
            + logs.stream().map(log -> "\nlog " + log.body()).collect(Collectors.joining())
            + metrics.stream().map(SpanLog::describe).collect(Collectors.joining());
    return violations.isEmpty()
        ? arrived
        : arrived + "\nViolations:\n" + String.join("\n", violations);
  }

  private static String describe(ReceivedMetric metric) {
    return "\nmetric %s %s %s".formatted(metric.name(), metric.kind(), metric.points());
  }

  private void change(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private <T> T read(Supplier<T> read) {
    lock.lock();
    try {
      return read.get();
    } finally {
      lock.unlock();
    }
  }
}
