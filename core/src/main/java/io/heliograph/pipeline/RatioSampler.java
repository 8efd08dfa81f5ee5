package io.heliograph.pipeline;

import io.heliograph.pipeline.SamplingResult.Decision;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.TraceState;
import java.math.BigDecimal;

/** Samples a ratio of all traces, consistently with every other sampler of the trace. */
final class RatioSampler implements Sampler {

  private final double ratio;
  private final long threshold;

  /** Made once, so that root spans, the usual case, cost no allocation. */
  private final SamplingResult sampledRoot;

  RatioSampler(double ratio) {
    this.ratio = ratio;
    threshold = Threshold.ofRatio(ratio);
    sampledRoot = sampled(TraceState.getDefault());
  }

  @Override
  public SamplingResult sample(SamplingInput input) {
    TraceState state = input.parentSpanContext().getTraceState();
    boolean sampled = OtelTraceState.randomness(state, input.traceIdLow()) >= threshold;
    if (state.isEmpty()) {
      return sampled ? sampledRoot : SamplingResult.DROP;
    }
    return sampled ? sampled(state) : dropped(state);
  }

  private SamplingResult sampled(TraceState state) {
    TraceState changed = OtelTraceState.withThreshold(state, threshold);
    return new SamplingResult(Decision.RECORD_AND_SAMPLE, Attributes.empty(), changed);
  }

  private static SamplingResult dropped(TraceState state) {
    TraceState changed = OtelTraceState.withoutThreshold(state);
    return new SamplingResult(Decision.DROP, Attributes.empty(), changed);
  }

  @Override
  public String description() {
    return "TraceIdRatioBased{" + decimal(ratio) + "}";
  }

  @Override
  public String toString() {
    return description();
  }

  /** At least six decimals, and as many as it takes to tell ratios apart. */
  static String decimal(double ratio) {
    BigDecimal exact = BigDecimal.valueOf(ratio);
    return exact.setScale(Math.max(6, exact.scale())).toPlainString();
  }
}
