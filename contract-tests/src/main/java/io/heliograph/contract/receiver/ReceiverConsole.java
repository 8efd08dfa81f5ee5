package io.heliograph.contract.receiver;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Prints traces with their log lines once they have been quiet for a while, metrics and other log
 * lines as they arrive, and a closing line. Not thread-safe.
 */
public final class ReceiverConsole {

  private static final Duration QUIET = Duration.ofSeconds(2);

  private final OtlpReceiver receiver;
  private final PrintStream out;
  private final LongSupplier nanoTime;
  private final long quietNanos;
  private final Set<String> printedSpans = new HashSet<>();
  private final Set<ReceivedLogRecord> printedLogs =
      Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<String, Growth> growth = new HashMap<>();
  private int printedMetrics;

  private record Growth(int size, long sinceNanos) {}

  /** Takes a trace for complete once nothing was added to it for two seconds. */
  public ReceiverConsole(OtlpReceiver receiver, PrintStream out) {
    this(receiver, out, System::nanoTime, QUIET.toNanos());
  }

  ReceiverConsole(OtlpReceiver receiver, PrintStream out, LongSupplier nanoTime, long quietNanos) {
    this.receiver = receiver;
    this.out = out;
    this.nanoTime = nanoTime;
    this.quietNanos = quietNanos;
  }

  /** Prints violations, and the traces that have not grown for the quiet time. */
  public void print() {
    receiver.takeViolations().forEach(violation -> out.println("violation of OTLP: " + violation));
    Received received = receiver.received();
    unprinted(received).forEach(this::printWhenQuiet);
    printMetrics(received);
    received.logs().stream().filter(log -> !log.hasTrace()).forEach(this::printOnce);
    out.flush();
  }

  /** Prints what is left, and the closing line. */
  public void close() {
    Received received = receiver.received();
    unprinted(received).values().forEach(this::printTrace);
    printMetrics(received);
    received.logs().forEach(this::printOnce);
    out.println(received.summary());
    out.flush();
  }

  /** By trace id, the spans and log lines of traces that have spans to print. */
  private Map<String, Received> unprinted(Received received) {
    Map<String, List<ReceivedSpan>> spans = new LinkedHashMap<>();
    for (ReceivedSpan span : received.spans()) {
      if (!printedSpans.contains(span.spanId())) {
        spans.computeIfAbsent(span.traceId(), id -> new ArrayList<>()).add(span);
      }
    }
    Map<String, List<ReceivedLogRecord>> logs =
        received.logs().stream().collect(Collectors.groupingBy(ReceivedLogRecord::traceId));
    Map<String, Received> traces = new LinkedHashMap<>();
    spans.forEach(
        (id, ofTrace) ->
            traces.put(
                id, new Received(ofTrace, received.metrics(), logs.getOrDefault(id, List.of()))));
    return traces;
  }

  private void printWhenQuiet(String traceId, Received trace) {
    long now = nanoTime.getAsLong();
    int size = trace.spans().size() + trace.logs().size();
    Growth last = growth.get(traceId);
    if (last == null || last.size() != size) {
      growth.put(traceId, new Growth(size, now));
    } else if (now - last.sinceNanos() >= quietNanos) {
      growth.remove(traceId);
      printTrace(trace);
    }
  }

  private void printTrace(Received trace) {
    trace.spans().forEach(span -> printedSpans.add(span.spanId()));
    printedLogs.addAll(trace.logs());
    out.println(TraceTree.render(trace));
  }

  private void printMetrics(Received received) {
    List<ReceivedMetric> all = received.metrics();
    for (ReceivedMetric metric : all.subList(printedMetrics, all.size())) {
      out.println("metric " + metric.serviceName() + "  " + TelemetryText.line(metric));
    }
    printedMetrics = all.size();
  }

  /** A line that no tree shows: it has no trace, or its trace has no span. */
  private void printOnce(ReceivedLogRecord log) {
    if (printedLogs.add(log)) {
      String trace = log.hasTrace() ? "  trace " + log.traceId() : "";
      out.println("log " + log.serviceName() + "  " + TelemetryText.line(log) + trace);
    }
  }
}
