package io.heliograph.contract.receiver;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Prints spans as one readable tree a trace: service, span name, kind, duration, status and the
 * attributes that tell most.
 *
 * <p>A span whose parent is not among the spans given stands at the top.
 */
public final class TraceTree {

  private static final List<String> KEY_ATTRIBUTES =
      List.of(
          "http.request.method",
          "http.route",
          "url.path",
          "url.full",
          "http.response.status_code",
          "db.system.name",
          "db.query.text",
          "messaging.destination.name",
          "error.type");

  private final StringBuilder out = new StringBuilder();
  private final List<ReceivedSpan> spans;

  private TraceTree(List<ReceivedSpan> spans) {
    this.spans =
        spans.stream()
            .sorted(Comparator.comparingLong(ReceivedSpan::startEpochNanos))
            .collect(Collectors.toList());
  }

  /** The spans as text, without a line break at the end; never empty. */
  public static String render(List<ReceivedSpan> spans) {
    if (spans.isEmpty()) {
      return "(no spans)";
    }
    Map<String, List<ReceivedSpan>> traces = new LinkedHashMap<>();
    spans.forEach(
        span -> traces.computeIfAbsent(span.traceId(), id -> new ArrayList<>()).add(span));
    return traces.values().stream()
        .map(trace -> new TraceTree(trace).trace())
        .collect(Collectors.joining("\n"));
  }

  private String trace() {
    out.append("trace ").append(spans.get(0).traceId());
    out.append(spans.size() == 1 ? ", 1 span" : ", " + spans.size() + " spans");
    Set<String> ids = spans.stream().map(ReceivedSpan::spanId).collect(Collectors.toSet());
    branches(spans.stream().filter(s -> !ids.contains(s.parentSpanId())).toList(), "");
    return out.toString();
  }

  private void branches(List<ReceivedSpan> siblings, String indent) {
    for (int i = 0; i < siblings.size(); i++) {
      ReceivedSpan span = siblings.get(i);
      boolean last = i == siblings.size() - 1;
      out.append('\n').append(indent).append(last ? "└─ " : "├─ ").append(line(span));
      branches(childrenOf(span), indent + (last ? "   " : "│  "));
    }
  }

  private List<ReceivedSpan> childrenOf(ReceivedSpan parent) {
    return spans.stream().filter(s -> s.parentSpanId().equals(parent.spanId())).toList();
  }

  private static String line(ReceivedSpan span) {
    StringBuilder line = new StringBuilder(span.serviceName());
    line.append("  ").append(span.name()).append("  ").append(span.kind());
    line.append("  ").append(millis(span)).append("  ").append(status(span));
    for (String key : KEY_ATTRIBUTES) {
      Object value = span.attribute(key);
      if (value != null) {
        line.append("  ").append(key).append('=').append(value);
      }
    }
    if (span.kind() == SpanKind.INTERNAL) {
      ownAttributes(span).forEach((key, value) -> line.append("  ").append(key + "=" + value));
    }
    // What a span holds comes from outside; a line break in it must not forge another line.
    return line.toString().replaceAll("\\p{Cntrl}", "?");
  }

  /** What the application itself says about its work, such as a method's arguments. */
  private static Map<String, Object> ownAttributes(ReceivedSpan span) {
    Map<String, Object> own = new TreeMap<>(span.attributes());
    own.keySet().removeIf(key -> KEY_ATTRIBUTES.contains(key) || key.startsWith("code."));
    return own;
  }

  private static String millis(ReceivedSpan span) {
    return String.format(Locale.ROOT, "%.1f ms", span.duration().toNanos() / 1e6);
  }

  private static String status(ReceivedSpan span) {
    boolean described = span.status() == StatusCode.ERROR && !span.statusMessage().isEmpty();
    return span.status().name() + (described ? " (" + span.statusMessage() + ")" : "");
  }
}
