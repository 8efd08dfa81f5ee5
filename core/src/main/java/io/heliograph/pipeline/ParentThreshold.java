package io.heliograph.pipeline;

import io.opentelemetry.api.trace.SpanContext;

/** Wants what the parent got, and asks another sampler for root spans. */
record ParentThreshold(ComposableSampler root) implements ComposableSampler {

  private static final SamplingIntent SAMPLED_WITHOUT_THRESHOLD = SamplingIntent.of(0, false);

  @Override
  public SamplingIntent samplingIntent(SamplingInput input) {
    SpanContext parent = input.parentSpanContext();
    if (!parent.isValid()) {
      return root.samplingIntent(input);
    }
    long threshold = OtelTraceState.threshold(parent.getTraceState());
    if (threshold != OtelTraceState.ABSENT && agrees(parent, threshold, input)) {
      return SamplingIntent.of(threshold, true);
    }
    return parent.isSampled() ? SAMPLED_WITHOUT_THRESHOLD : SamplingIntent.DROP;
  }

  /** A threshold that contradicts the sampled flag would tear the trace apart here. */
  private static boolean agrees(SpanContext parent, long threshold, SamplingInput input) {
    long randomness = OtelTraceState.randomness(parent.getTraceState(), input.traceIdLow());
    return parent.isSampled() == randomness >= threshold;
  }

  @Override
  public String description() {
    return "ComposableParentThreshold{root:" + root.description() + "}";
  }
}
