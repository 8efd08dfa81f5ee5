package io.heliograph.micrometer;

import io.heliograph.config.Settings;
import io.heliograph.config.TraceSettings;
import io.micrometer.observation.Observation;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.observation.transport.SenderContext;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import org.jspecify.annotations.Nullable;

/** Starts spans of observations below the right parent, and carries context between processes. */
final class SpanStarter {

  private final Tracer tracer;
  private final TextMapPropagator propagator;
  private final boolean trustsRemote;
  private final ContainedFaults faults;

  SpanStarter(OpenTelemetry openTelemetry, Settings settings, ContainedFaults faults) {
    this.tracer = openTelemetry.getTracer(Bridge.SCOPE);
    this.propagator = openTelemetry.getPropagators().getTextMapPropagator();
    this.trustsRemote = settings.get(TraceSettings.TRUST_REMOTE_CONTEXT);
    this.faults = faults;
  }

  ObservedSpan start(Observation.Context observation) {
    Context local = localParent(observation);
    return observation instanceof ReceiverContext<?> receiver
        ? startReceiver(receiver, local)
        : startAt(observation, local, null);
  }

  /** Where an observation that is not recorded stands in between, the current context is right. */
  private static Context localParent(Observation.Context observation) {
    ObservedSpan above = ObservedSpan.above(observation);
    return above == null ? Context.current() : above.contextOfChildren();
  }

  private ObservedSpan startReceiver(ReceiverContext<?> receiver, Context local) {
    if (trustsRemote) {
      return startAt(receiver, extract(receiver, local), null);
    }
    Context remote = extract(receiver, Context.root());
    return startAt(receiver, local, Span.fromContext(remote).getSpanContext());
  }

  private <C> Context extract(ReceiverContext<C> receiver, Context into) {
    C carrier = receiver.getCarrier();
    if (carrier == null) {
      return into;
    }
    Context[] extracted = {into};
    faults.contain(
        "extraction",
        () ->
            extracted[0] =
                propagator.extract(into, carrier, new CarrierGetter<>(receiver.getGetter())));
    return extracted[0];
  }

  private ObservedSpan startAt(
      Observation.Context observation, Context parent, @Nullable SpanContext link) {
    SpanBuilder builder =
        tracer
            .spanBuilder(SpanDescription.name(observation))
            .setSpanKind(SpanDescription.kind(observation))
            .setParent(parent);
    if (link != null && link.isValid()) {
      builder.addLink(link);
    }
    faults.contain(
        "key values", () -> SpanDescription.describe(builder::setAttribute, observation));
    ObservedSpan observed = new ObservedSpan(builder.startSpan(), parent);
    if (observation instanceof SenderContext<?> sender) {
      inject(sender, observed.context());
    }
    return observed;
  }

  private <C> void inject(SenderContext<C> sender, Context context) {
    C carrier = sender.getCarrier();
    if (carrier != null) {
      faults.contain(
          "injection",
          () ->
              propagator.inject(
                  context,
                  carrier,
                  (to, key, value) -> sender.getSetter().set(carrier, key, value)));
    }
  }
}
