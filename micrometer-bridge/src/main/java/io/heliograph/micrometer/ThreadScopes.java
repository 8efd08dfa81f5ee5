package io.heliograph.micrometer;

import io.micrometer.observation.Observation;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The open scopes of one observation, by thread: it may be current on several, and more than once
 * on each.
 */
final class ThreadScopes {

  private record Open(Scope scope, @Nullable Open below) {}

  private final Map<Thread, Open> last = new ConcurrentHashMap<>();

  static ThreadScopes in(Observation.Context observation) {
    return observation.computeIfAbsent(ThreadScopes.class, key -> new ThreadScopes());
  }

  @SuppressWarnings("MustBeClosedChecker") // Closed when the observation's scope is.
  void open(Context context) {
    Thread thread = Thread.currentThread();
    last.put(thread, new Open(context.makeCurrent(), last.get(thread)));
  }

  /** Closes the one that was opened last on this thread, if one is open. */
  void closeLast() {
    Thread thread = Thread.currentThread();
    Open open = last.remove(thread);
    if (open == null) {
      return;
    }
    if (open.below != null) {
      last.put(thread, open.below);
    }
    open.scope.close();
  }

  /** Closes all of this thread. */
  void closeAll() {
    while (last.containsKey(Thread.currentThread())) {
      closeLast();
    }
  }
}
