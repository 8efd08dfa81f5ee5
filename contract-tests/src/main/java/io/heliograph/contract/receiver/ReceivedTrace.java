package io.heliograph.contract.receiver;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The spans of one trace around the span that was asked for.
 *
 * @param root the span that was asked for; its own parent may be in another process
 * @param spans all spans of the trace that had arrived, root included
 */
public record ReceivedTrace(ReceivedSpan root, List<ReceivedSpan> spans) {

  /** The children of a span, earliest first. */
  public List<ReceivedSpan> children(ReceivedSpan parent) {
    return spans.stream()
        .filter(span -> span.parentSpanId().equals(parent.spanId()))
        .sorted(Comparator.comparingLong(ReceivedSpan::startEpochNanos))
        .toList();
  }

  /** The one span of this name; throws AssertionError when there is none or more than one. */
  public ReceivedSpan only(String name) {
    return one("span named \"" + name + "\"", spans.stream().filter(s -> s.name().equals(name)));
  }

  /** The one child of a span; throws AssertionError when there is none or more than one. */
  public ReceivedSpan onlyChild(ReceivedSpan parent) {
    return one("child of \"" + parent.name() + "\"", children(parent).stream());
  }

  private ReceivedSpan one(String what, Stream<ReceivedSpan> candidates) {
    List<ReceivedSpan> found = candidates.toList();
    if (found.size() != 1) {
      throw new AssertionError(
          "Expected one " + what + ", found " + found.size() + " in\n" + TraceTree.render(spans));
    }
    return found.get(0);
  }
}
