package io.heliograph.pipeline;

/** Wants the same for every span. */
record FixedThreshold(SamplingIntent intent, String description) implements ComposableSampler {

  static final FixedThreshold ALWAYS_ON =
      new FixedThreshold(SamplingIntent.of(0, true), "ComposableAlwaysOn");
  static final FixedThreshold ALWAYS_OFF =
      new FixedThreshold(SamplingIntent.DROP, "ComposableAlwaysOff");

  static FixedThreshold ofRatio(double ratio) {
    long threshold = Threshold.ofRatio(ratio);
    return threshold == Threshold.REJECT_ALL
        ? ALWAYS_OFF
        : new FixedThreshold(
            SamplingIntent.of(threshold, true),
            "ComposableProbability{" + RatioSampler.decimal(ratio) + "}");
  }

  @Override
  public SamplingIntent samplingIntent(SamplingInput input) {
    return intent;
  }
}
