package io.heliograph.instrumentation;

import org.jspecify.annotations.Nullable;

/** The rest of an intercepted call. */
@FunctionalInterface
public interface Invocation {

  /** Runs it, and passes on what it returns or throws. */
  @Nullable Object proceed() throws Throwable;
}
