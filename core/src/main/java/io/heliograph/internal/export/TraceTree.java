package io.heliograph.internal.export;

import io.heliograph.export.ReadableSpan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The spans of one trace that are at hand, parents before their children, by start. */
final class TraceTree {

  /** A span and how far below its topmost ancestor at hand it is. */
  record Node(ReadableSpan span, int depth) {}

  private static final Comparator<ReadableSpan> BY_START =
      Comparator.comparingLong(ReadableSpan::startEpochNanos);

  private TraceTree() {}

  static List<Node> of(List<ReadableSpan> spans) {
    List<ReadableSpan> sorted = spans.stream().sorted(BY_START).toList();
    Set<String> ids = new HashSet<>();
    Map<String, List<ReadableSpan>> children = new HashMap<>();
    for (ReadableSpan span : sorted) {
      ids.add(span.spanContext().getSpanId());
      children.computeIfAbsent(parent(span), id -> new ArrayList<>()).add(span);
    }
    Set<ReadableSpan> left = Collections.newSetFromMap(new IdentityHashMap<>());
    left.addAll(sorted);
    List<Node> nodes = new ArrayList<>();
    sorted.stream()
        .filter(span -> !ids.contains(parent(span)))
        .forEach(root -> collect(root, left, children, nodes));
    // Spans that are their own ancestors, which only a broken propagator makes.
    sorted.stream().filter(left::contains).forEach(span -> nodes.add(new Node(span, 0)));
    return nodes;
  }

  /** No recursion: a chain may be as long as a batch. */
  private static void collect(
      ReadableSpan root,
      Set<ReadableSpan> left,
      Map<String, List<ReadableSpan>> children,
      List<Node> nodes) {
    Deque<Node> stack = new ArrayDeque<>();
    stack.push(new Node(root, 0));
    while (!stack.isEmpty()) {
      Node node = stack.pop();
      if (!left.remove(node.span())) {
        continue;
      }
      nodes.add(node);
      String id = node.span().spanContext().getSpanId();
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
