package io.heliograph.micronaut;

import io.micronaut.core.propagation.PropagatedContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.ContextStorageProvider;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is current in Micronaut's own context, so that it goes wherever that goes: what the
 * engine makes current as well as what somebody does by hand.
 *
 * <p>Where Micronaut 5 is told to keep its context in scoped values, nothing can be made current
 * there but by Micronaut; what is made current otherwise then stays on its thread.
 */
public final class PropagatedContextStorage implements ContextStorage, ContextStorageProvider {

  private final ContextStorage threads = ContextStorage.defaultStorage();
  private volatile boolean scopedValues;

  @Override
  public ContextStorage get() {
    return this;
  }

  @Override
  @SuppressWarnings({"MustBeClosedChecker", "deprecation"}) // the caller closes it, at any time
  public Scope attach(@Nullable Context context) {
    if (context == null || context.equals(current())) {
      return Scope.noop();
    }
    if (!scopedValues) {
      try {
        return PropagatedOpenTelemetry.in(PropagatedContext.getOrEmpty(), context).propagate()
            ::close;
      } catch (IllegalStateException noThreadLocals) {
        scopedValues = true;
      }
    }
    return threads.attach(context);
  }

  @Override
  public @Nullable Context current() {
    Context onThread = scopedValues ? threads.current() : null;
    return onThread == null ? PropagatedOpenTelemetry.current() : onThread;
  }
}
