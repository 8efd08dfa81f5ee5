package io.heliograph.internal.context;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;

/**
 * Marks a context below which nothing is recorded: an excluded request's whole subtree, and the
 * engine's own traffic.
 *
 * <p>Tracers start only non-recording spans below such a context, and instrumentation neither
 * records nor injects. Thread-safe.
 */
public final class Suppression {

  private static final ContextKey<Boolean> KEY = ContextKey.named("heliograph-suppression");

  private Suppression() {}

  /** The same context with recording switched off. */
  public static Context suppress(Context context) {
    return context.with(KEY, Boolean.TRUE);
  }

  /** Whether recording is switched off in this context. */
  public static boolean isSuppressed(Context context) {
    return !RootContext.is(context) && context.get(KEY) != null;
  }
}
