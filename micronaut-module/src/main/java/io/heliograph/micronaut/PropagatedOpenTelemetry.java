package io.heliograph.micronaut;

import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.core.propagation.PropagatedContextElement;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** The OpenTelemetry context inside Micronaut's own. */
record PropagatedOpenTelemetry(Context context) implements PropagatedContextElement {

  /** What is current on this thread, null if nothing is. */
  static @Nullable Context current() {
    PropagatedOpenTelemetry present = find(PropagatedContext.getOrEmpty());
    return present == null ? null : present.context;
  }

  /** Micronaut's context with this one in it, instead of one that it may have. */
  static PropagatedContext in(PropagatedContext propagated, Context context) {
    PropagatedOpenTelemetry present = find(propagated);
    PropagatedOpenTelemetry added = new PropagatedOpenTelemetry(context);
    return present == null ? propagated.plus(added) : propagated.replace(present, added);
  }

  private static @Nullable PropagatedOpenTelemetry find(PropagatedContext propagated) {
    return propagated.find(PropagatedOpenTelemetry.class).orElse(null);
  }
}
