package io.heliograph.micronaut;

import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.core.propagation.ThreadPropagatedContextElement;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/** Makes an OpenTelemetry context current wherever Micronaut's own context is. */
record PropagatedOpenTelemetry(Context context) implements ThreadPropagatedContextElement<Scope> {

  /** Micronaut's context with this one in it, instead of one that it may have. */
  static PropagatedContext in(PropagatedContext propagated, Context context) {
    PropagatedOpenTelemetry added = new PropagatedOpenTelemetry(context);
    return propagated
        .find(PropagatedOpenTelemetry.class)
        .map(present -> propagated.replace(present, added))
        .orElseGet(() -> propagated.plus(added));
  }

  @Override
  @SuppressWarnings("MustBeClosedChecker") // closed below
  public Scope updateThreadContext() {
    return context.makeCurrent();
  }

  @Override
  public void restoreThreadContext(@Nullable Scope scope) {
    if (scope != null) {
      scope.close();
    }
  }
}
