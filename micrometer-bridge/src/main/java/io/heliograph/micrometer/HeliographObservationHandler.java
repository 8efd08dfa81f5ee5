package io.heliograph.micrometer;

import io.heliograph.config.Settings;
import io.heliograph.instrumentation.Errors;
import io.micrometer.observation.NullObservation.NullContext;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.opentelemetry.api.OpenTelemetry;

/**
 * Makes a span of each observation, except of the kinds that Heliograph owns.
 *
 * <p>The span has the contextual name, all key values as attributes, events and errors. Its parent
 * is the parent observation's span or, inside that, whatever is current; a receiver's is its
 * caller. An observation's scopes make its span current on their thread. Register it before other
 * handlers, so that those see the span. Never throws. Thread-safe.
 */
public final class HeliographObservationHandler implements ObservationHandler<Observation.Context> {

  private final OwnedNames excluded;
  private final SpanStarter starter;
  private final ContainedFaults faults = new ContainedFaults();

  /**
   * @param settings say who owns what, see {@link io.heliograph.config.OwnedKind}, and whether a
   *     caller's trace is continued
   */
  public HeliographObservationHandler(OpenTelemetry openTelemetry, Settings settings) {
    this.excluded = OwnedNames.ofObservations(settings);
    this.starter = new SpanStarter(openTelemetry, settings, faults);
  }

  /** All: an observation may get its name after this was asked. */
  @Override
  public boolean supportsContext(Observation.Context context) {
    return true;
  }

  @Override
  public void onStart(Observation.Context context) {
    String name = context.getName();
    if (name == null || !excluded.contains(name)) {
      faults.contain("start", () -> starter.start(context).keepIn(context));
    }
  }

  @Override
  public void onError(Observation.Context context) {
    ObservedSpan observed = ObservedSpan.of(context);
    Throwable error = context.getError();
    if (observed != null && error != null && !Errors.isCancellation(error)) {
      faults.contain("error", () -> Errors.record(observed.span(), error));
    }
  }

  @Override
  public void onEvent(Observation.Event event, Observation.Context context) {
    ObservedSpan observed = ObservedSpan.of(context);
    if (observed != null) {
      faults.contain("event", () -> observed.span().addEvent(event.getContextualName()));
    }
  }

  @Override
  public void onScopeOpened(Observation.Context context) {
    ObservedSpan observed = ObservedSpan.of(context);
    if (observed != null) {
      ThreadScopes.in(context).open(observed.context());
    } else if (context instanceof NullContext && ObservedSpan.isCurrent()) {
      ThreadScopes.in(context).open(io.opentelemetry.context.Context.root());
    }
  }

  @Override
  public void onScopeClosed(Observation.Context context) {
    ThreadScopes.in(context).closeLast();
  }

  @Override
  public void onScopeReset(Observation.Context context) {
    ThreadScopes.in(context).closeAll();
  }

  @Override
  public void onStop(Observation.Context context) {
    ObservedSpan observed = ObservedSpan.of(context);
    if (observed != null) {
      faults.contain("stop", () -> SpanDescription.finish(observed.span(), context));
      observed.end(ThreadScopes.in(context));
    }
  }
}
