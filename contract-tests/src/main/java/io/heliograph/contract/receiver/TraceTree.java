package io.heliograph.contract.receiver;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import io.heliograph.contract.receiver.ReceivedMetric.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Prints spans as one readable tree a trace: below each span what happened in it, its child spans
 * and its log lines, in the order of time; beside it the measurements that give it as an example.
 *
 * <p>A span whose parent is not among the spans given stands at the top, and so does a log line
 * whose span is not.
 */
public final class TraceTree {

  private final StringBuilder out = new StringBuilder();
  private final List<ReceivedSpan> spans;
  private final List<ReceivedLogRecord> logs;
  private final Map<String, Set<String>> examples;
  private final Function<ReceivedSpan, String> spanLine;

  /** A line of the tree; the span that more stands below, or null. */
  private record Branch(long epochNanos, String line, @Nullable ReceivedSpan span) {}

  /**
   * @param examples by span id what the span is an example of
   */
  private TraceTree(
      List<ReceivedSpan> spans,
      List<ReceivedLogRecord> logs,
      Map<String, Set<String>> examples,
      Function<ReceivedSpan, String> spanLine) {
    this.spans = spans;
    this.logs = logs;
    this.examples = examples;
    this.spanLine = spanLine;
  }

  /** The spans alone, as text without a line break at the end; never empty. */
  public static String render(List<ReceivedSpan> spans) {
    return render(new Received(spans, List.of(), List.of()));
  }

  /** The spans with kind, status and the attributes that tell most; log lines and exemplars. */
  public static String render(Received received) {
    return render(received, TelemetryText::full);
  }

  /** The spans by name and duration; log lines and exemplars. */
  public static String brief(Received received) {
    return render(received, TelemetryText::brief);
  }

  private static String render(Received received, Function<ReceivedSpan, String> spanLine) {
    if (received.spans().isEmpty()) {
      return "(no spans)";
    }
    Map<String, List<ReceivedSpan>> traces =
        received.spans().stream()
            .sorted(Comparator.comparingLong(ReceivedSpan::startEpochNanos))
            .collect(groupingBy(ReceivedSpan::traceId, LinkedHashMap::new, toList()));
    Map<String, List<ReceivedLogRecord>> logs =
        received.logs().stream().collect(groupingBy(ReceivedLogRecord::traceId));
    Map<String, Set<String>> examples = examples(received.metrics());
    return traces.entrySet().stream()
        .map(
            trace ->
                new TraceTree(
                        trace.getValue(),
                        logs.getOrDefault(trace.getKey(), List.of()),
                        examples,
                        spanLine)
                    .trace())
        .collect(joining("\n"));
  }

  /**
   * Of histograms: that something was counted says nothing of the span. Each is told once, however
   * often it is exported.
   */
  private static Map<String, Set<String>> examples(List<ReceivedMetric> metrics) {
    Map<String, Set<String>> examples = new HashMap<>();
    for (ReceivedMetric metric : metrics) {
      if (metric.kind() == Kind.GAUGE || metric.kind() == Kind.SUM) {
        continue;
      }
      metric
          .exemplars()
          .forEach(
              exemplar ->
                  examples
                      .computeIfAbsent(exemplar.spanId(), id -> new LinkedHashSet<>())
                      .add("  " + TelemetryText.example(metric, exemplar)));
    }
    return examples;
  }

  private String trace() {
    out.append("trace ").append(spans.get(0).traceId());
    out.append(", ").append(TelemetryText.counted(spans.size(), "span"));
    if (!logs.isEmpty()) {
      out.append(", ").append(TelemetryText.counted(logs.size(), "log line"));
    }
    Set<String> ids = spans.stream().map(ReceivedSpan::spanId).collect(toSet());
    branches(branchesBelow(parentId -> !ids.contains(parentId)), "");
    return out.toString();
  }

  private void branches(List<Branch> siblings, String indent) {
    for (int i = 0; i < siblings.size(); i++) {
      Branch branch = siblings.get(i);
      boolean last = i == siblings.size() - 1;
      out.append('\n').append(indent).append(last ? "└─ " : "├─ ").append(branch.line());
      ReceivedSpan span = branch.span();
      if (span != null) {
        branches(branchesBelow(span.spanId()::equals), indent + (last ? "   " : "│  "));
      }
    }
  }

  private List<Branch> branchesBelow(Predicate<String> isParent) {
    List<Branch> branches = new ArrayList<>();
    for (ReceivedSpan span : spans) {
      if (isParent.test(span.parentSpanId())) {
        branches.add(new Branch(span.startEpochNanos(), line(span), span));
      }
    }
    for (ReceivedLogRecord log : logs) {
      if (isParent.test(log.spanId())) {
        branches.add(new Branch(log.timeOrObserved(), "» " + TelemetryText.line(log), null));
      }
    }
    branches.sort(Comparator.comparingLong(Branch::epochNanos));
    return branches;
  }

  private String line(ReceivedSpan span) {
    return spanLine.apply(span) + String.join("", examples.getOrDefault(span.spanId(), Set.of()));
  }
}
