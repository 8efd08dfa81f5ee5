package io.heliograph.logback;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.opentelemetry.context.Context;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.BiConsumer;

/** Events from before there was an engine: the first ones, up to a bound. Not thread-safe. */
final class StartupEvents {

  static final int MAX = 1000;

  private record Waiting(ILoggingEvent event, Context context) {}

  private final Queue<Waiting> waiting = new ArrayDeque<>();
  private int dropped;

  void add(ILoggingEvent event, Context context) {
    if (waiting.size() < MAX) {
      event.prepareForDeferredProcessing();
    }
    keep(event, context);
  }

  /** Adds one that has waited elsewhere already. */
  void keep(ILoggingEvent event, Context context) {
    if (waiting.size() < MAX) {
      waiting.add(new Waiting(event, context));
    } else {
      dropped++;
    }
  }

  /** Hands them over in their order and forgets them. */
  void drain(BiConsumer<ILoggingEvent, Context> target) {
    for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
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
