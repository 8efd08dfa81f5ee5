package io.heliograph.pipeline;

/** Decides the same for every span; the parent's trace state is kept. */
record ConstantSampler(SamplingResult result, String description) implements Sampler {

  static final Sampler ALWAYS_ON =
      new ConstantSampler(SamplingResult.RECORD_AND_SAMPLE, "AlwaysOnSampler");
  static final Sampler ALWAYS_OFF = new ConstantSampler(SamplingResult.DROP, "AlwaysOffSampler");

  @Override
  public SamplingResult sample(SamplingInput input) {
    return result;
  }

  @Override
  public String toString() {
    return description;
  }
}
