package io.heliograph.internal.trace;

import java.util.ArrayList;
import java.util.List;

/**
 * A span's events or its links within their limit, in order. Not thread-safe: the span's lock
 * guards it.
 */
final class Parts<E> {

  private final int most;
  private final List<E> values = new ArrayList<>(2);
  private int dropped;
  private long estimatedBytes;

  /**
   * @param most parts kept, the rest is counted as dropped
   */
  Parts(int most) {
    this.most = most;
  }

  void add(Part<E> part) {
    if (values.size() >= most) {
      dropped++;
    } else {
      estimatedBytes += part.estimatedBytes();
      values.add(part.value());
    }
  }

  List<E> view() {
    return List.copyOf(values);
  }

  int dropped() {
    return dropped;
  }

  long estimatedBytes() {
    return estimatedBytes;
  }
}
