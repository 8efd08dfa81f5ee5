package io.heliograph.contract.receiver;

import io.opentelemetry.api.trace.StatusCode;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/** Prints traces once they have been quiet for a while, and a closing line. Not thread-safe. */
public final class ReceiverConsole {

  private static final Duration QUIET = Duration.ofSeconds(2);

  private final OtlpReceiver receiver;
  private final PrintStream out;
  private final LongSupplier nanoTime;
  private final long quietNanos;
  private final Set<String> printed = new HashSet<>();
  private final Map<String, Growth> growth = new HashMap<>();

  private record Growth(int spans, long sinceNanos) {}

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
    unprinted().forEach(this::printWhenQuiet);
    out.flush();
  }

  /** Prints what is left, and the closing line. */
  public void close() {
    unprinted().values().forEach(this::printTrace);
    out.println(summary(receiver.spans()));
    out.flush();
  }

  /** How many spans, errors and services there are, in one line. */
  public static String summary(List<ReceivedSpan> spans) {
    long errors = spans.stream().filter(span -> span.status() == StatusCode.ERROR).count();
    long services = spans.stream().map(ReceivedSpan::serviceName).distinct().count();
    return "spans " + spans.size() + ", errors " + errors + ", services " + services;
  }

  private Map<String, List<ReceivedSpan>> unprinted() {
    Map<String, List<ReceivedSpan>> traces = new LinkedHashMap<>();
    for (ReceivedSpan span : receiver.spans()) {
      if (!printed.contains(span.spanId())) {
        traces.computeIfAbsent(span.traceId(), id -> new ArrayList<>()).add(span);
      }
    }
    return traces;
  }

  private void printWhenQuiet(String traceId, List<ReceivedSpan> spans) {
    long now = nanoTime.getAsLong();
    Growth last = growth.get(traceId);
    if (last == null || last.spans() != spans.size()) {
      growth.put(traceId, new Growth(spans.size(), now));
    } else if (now - last.sinceNanos() >= quietNanos) {
      growth.remove(traceId);
      printTrace(spans);
    }
  }

  private void printTrace(List<ReceivedSpan> spans) {
    spans.forEach(span -> printed.add(span.spanId()));
    out.println(TraceTree.render(spans));
  }
}
