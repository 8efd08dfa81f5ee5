package io.heliograph.micrometer;

import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.observation.MeterObservationHandler;
import io.micrometer.observation.Observation;
import io.opentelemetry.context.Scope;

/**
 * Lets a handler that records meters do so inside the observation's span, so that what it records
 * at the end has an exemplar; the observation's own scopes are closed by then. It is of the wrapped
 * one's class, so that a bean can be replaced by it.
 *
 * <p>Thread-safe if the handler is.
 */
public final class SpanMeterObservationHandler extends DefaultMeterObservationHandler {

  private final MeterObservationHandler<Observation.Context> meters;

  /** Wraps the handler. */
  public SpanMeterObservationHandler(DefaultMeterObservationHandler meters) {
    super(new CompositeMeterRegistry()); // Never asked: all goes to the wrapped one.
    this.meters = meters;
  }

  @Override
  public boolean supportsContext(Observation.Context context) {
    return meters.supportsContext(context);
  }

  @Override
  public void onStart(Observation.Context context) {
    meters.onStart(context);
  }

  @Override
  public void onError(Observation.Context context) {
    meters.onError(context);
  }

  @Override
  public void onEvent(Observation.Event event, Observation.Context context) {
    meters.onEvent(event, context);
  }

  @Override
  public void onScopeOpened(Observation.Context context) {
    meters.onScopeOpened(context);
  }

  @Override
  public void onScopeClosed(Observation.Context context) {
    meters.onScopeClosed(context);
  }

  @Override
  public void onScopeReset(Observation.Context context) {
    meters.onScopeReset(context);
  }

  @Override
  @SuppressWarnings("try") // the scope is only to be closed
  public void onStop(Observation.Context context) {
    ObservedSpan observed = ObservedSpan.of(context);
    if (observed == null) {
      meters.onStop(context);
      return;
    }
    try (Scope ignored = observed.context().makeCurrent()) {
      meters.onStop(context);
    }
  }
}
