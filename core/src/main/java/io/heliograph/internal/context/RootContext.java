package io.heliograph.internal.context;

import io.opentelemetry.context.Context;

/** There is nothing in the root context, and to see that it is the one costs less than a look. */
public final class RootContext {

  private RootContext() {}

  /** Whether it is the root context. */
  @SuppressWarnings("ReferenceEquality") // There is one of them.
  public static boolean is(Context context) {
    return context == Context.root();
  }
}
