package io.heliograph.internal.export;

import io.heliograph.export.ReadableSpan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The spans of one trace that are at hand, parents before their children, by start. */
final class TraceTree {

  /** A span and how far below its topmost ancestor at hand it is. */
  record Node(ReadableSpan span, int depth) {}

  private static final Comparator<ReadableSpan> BY_START =
      Comparator.comparingLong(ReadableSpan::startEpochNanos);

  private TraceTree() {}

  static List<Node> of(List<ReadableSpan> spans) {
    Map<String, ReadableSpan> left = new LinkedHashMap<>();
    Map<String, List<ReadableSpan>> children = new LinkedHashMap<>();
    for (ReadableSpan span : spans.stream().sorted(BY_START).toList()) {
      left.put(span.spanContext().getSpanId(), span);
      children.computeIfAbsent(parent(span), id -> new ArrayList<>()).add(span);
    }
    List<Node> nodes = new ArrayList<>();
    for (ReadableSpan span : List.copyOf(left.values())) {
      if (!left.containsKey(parent(span))) {
        collect(span, left, children, nodes);
      }
    }
    // Spans that are their own ancestors, which only a broken propagator makes.
    left.values().forEach(span -> nodes.add(new Node(span, 0)));
    return nodes;
  }

  /** No recursion: a chain may be as long as a batch. */
  private static void collect(
      ReadableSpan root,
      Map<String, ReadableSpan> left,
      Map<String, List<ReadableSpan>> children,
      List<Node> nodes) {
    Deque<Node> stack = new ArrayDeque<>();
    stack.push(new Node(root, 0));
    while (!stack.isEmpty()) {
      Node node = stack.pop();
      String id = node.span().spanContext().getSpanId();
      left.remove(id);
      nodes.add(node);
      List<ReadableSpan> below = children.getOrDefault(id, List.of());
      for (int i = below.size() - 1; i >= 0; i--) {
        stack.push(new Node(below.get(i), node.depth() + 1));
      }
    }
  }

  private static String parent(ReadableSpan span) {
    return span.parentSpanContext().getSpanId();
  }
}
