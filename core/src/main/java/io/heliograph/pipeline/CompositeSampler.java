package io.heliograph.pipeline;

import io.heliograph.pipeline.SamplingResult.Decision;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.TraceState;
import java.util.function.LongSupplier;

/** Turns a composable sampler's intent into a decision. */
final class CompositeSampler implements Sampler {

  private final ComposableSampler delegate;
  private final LongSupplier random;

  CompositeSampler(ComposableSampler delegate, LongSupplier random) {
    this.delegate = delegate;
    this.random = random;
  }

  @Override
  public SamplingResult sample(SamplingInput input) {
    SamplingIntent intent = delegate.samplingIntent(input);
    TraceState parent = input.parentSpanContext().getTraceState();
    boolean sampled = randomness(intent, parent, input) >= intent.threshold();
    Decision decision = sampled ? Decision.RECORD_AND_SAMPLE : Decision.DROP;
    TraceState state = intent.traceState().traceState(parent, decision);
    return new SamplingResult(
        decision,
        sampled ? intent.attributes().get() : Attributes.empty(),
        sampled && intent.adjustedCountReliable()
            ? OtelTraceState.withThreshold(state, intent.threshold())
            : OtelTraceState.withoutThreshold(state));
  }

  /**
   * An unreliable threshold may itself depend on the trace's randomness, so it is compared with
   * randomness of its own.
   */
  private long randomness(SamplingIntent intent, TraceState parent, SamplingInput input) {
    return intent.adjustedCountReliable()
        ? OtelTraceState.randomness(parent, input.traceIdLow())
        : random.getAsLong() & Threshold.RANDOMNESS_MASK;
  }

  @Override
  public String description() {
    return "CompositeSampler{" + delegate.description() + "}";
  }

  @Override
  public String toString() {
    return description();
  }
}
