package io.heliograph.internal.context;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;

/**
 * Marks a context in which nothing is recorded: an excluded request's whole subtree, and the
 * exporters' own calls.
 */
public final class Suppression {

  private static final ContextKey<Boolean> KEY = ContextKey.named("heliograph-suppressed");

  private Suppression() {}

  /** The context in which spans that start are not recorded. */
  public static Context suppress(Context context) {
    return context.with(KEY, true);
  }

  /** Whether spans that start in this context are not recorded. */
  public static boolean isSuppressed(Context context) {
    return context.get(KEY) != null;
  }
}
