package io.heliograph.instrumentation.logging;

import io.opentelemetry.context.Context;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.BiConsumer;

/** Events from before there was an engine: the first ones, up to a bound. Not thread-safe. */
final class WaitingEvents<E> {

  static final int MAX = 1000;

  private record Waiting<E>(E event, Context context) {}

  private final Queue<Waiting<E>> waiting = new ArrayDeque<>();
  private int dropped;

  boolean hasRoom() {
    return waiting.size() < MAX;
  }

  void add(E event, Context context) {
    if (hasRoom()) {
      waiting.add(new Waiting<>(event, context));
    } else {
      dropped++;
    }
  }

  /** Hands them over in their order and forgets them. */
  void drain(BiConsumer<E, Context> target) {
    for (Waiting<E> next = waiting.poll(); next != null; next = waiting.poll()) {
      target.accept(next.event(), next.context());
    }
  }

  /** How many found no room since it was last asked. */
  int takeDropped() {
    int count = dropped;
    dropped = 0;
    return count;
  }
}
