package io.heliograph.pipeline;

import io.heliograph.pipeline.SamplingResult.Decision;

/** Turns a drop into record-only, so that span processors see every span. */
final class AlwaysRecordSampler implements Sampler {

  private final Sampler root;

  AlwaysRecordSampler(Sampler root) {
    this.root = root;
  }

  @Override
  public SamplingResult sample(SamplingInput input) {
    SamplingResult result = root.sample(input);
    if (result.decision() != Decision.DROP) {
      return result;
    }
    return result.equals(SamplingResult.DROP)
        ? SamplingResult.RECORD_ONLY
        : new SamplingResult(Decision.RECORD_ONLY, result.attributes(), result.traceState());
  }

  @Override
  public String description() {
    return "AlwaysRecordSampler{root:" + root.description() + "}";
  }

  @Override
  public String toString() {
    return description();
  }
}
