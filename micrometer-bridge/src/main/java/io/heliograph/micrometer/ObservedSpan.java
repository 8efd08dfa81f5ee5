package io.heliograph.micrometer;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationView;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.ImplicitContextKeyed;
import org.jspecify.annotations.Nullable;

/** The span of an observation, which finds it in its own context. Thread-safe. */
final class ObservedSpan implements ImplicitContextKeyed {

  private static final ContextKey<ObservedSpan> KEY = ContextKey.named("heliograph-observation");

  private final Span span;
  private final Context context;

  /**
   * @param parent the context that the span was started in
   */
  ObservedSpan(Span span, Context parent) {
    this.span = span;
    this.context = parent.with(span).with(this);
  }

  /** The observation's own, null if it has none. */
  static @Nullable ObservedSpan of(Observation.ContextView observation) {
    return observation.get(ObservedSpan.class);
  }

  /** The nearest one above, whatever of that is not recorded in between. */
  static @Nullable ObservedSpan above(Observation.ContextView observation) {
    ObservationView parent = observation.getParentObservation();
    while (parent != null) {
      ObservedSpan found = of(parent.getContextView());
      if (found != null) {
        return found;
      }
      parent = parent.getContextView().getParentObservation();
    }
    return null;
  }

  /** Whether the current context comes from an observation. */
  static boolean isCurrent() {
    return Context.current().get(KEY) != null;
  }

  @Override
  public Context storeInContext(Context context) {
    return context.with(KEY, this);
  }

  void keepIn(Observation.Context observation) {
    observation.put(ObservedSpan.class, this);
  }

  Span span() {
    return span;
  }

  Context context() {
    return context;
  }

  /** What a child starts in: where this thread is inside the observation, or the observation. */
  @SuppressWarnings("ReferenceEquality") // An observation has one span.
  Context contextOfChildren() {
    Context current = Context.current();
    return current.get(KEY) == this ? current : context;
  }

  /** Ends the span; a scope that is still open here would leave it current for whatever follows. */
  @SuppressWarnings("ReferenceEquality") // Contexts have no equality of their own.
  void end(ThreadScopes scopes) {
    if (Context.current() == context) {
      scopes.closeAll();
    }
    span.end();
  }
}
