package io.heliograph.internal.sampling;

import io.heliograph.pipeline.ComposableSampler;
import io.heliograph.pipeline.SamplingInput;
import io.heliograph.pipeline.SamplingIntent;

/**
 * Wants as many spans a second as a limiter lets through. The true probability is unknown, so the
 * composite around it removes any threshold from the trace state.
 */
record RateLimited(RateLimiter limiter) implements ComposableSampler {

  private static final SamplingIntent SAMPLE = SamplingIntent.of(0, false);

  @Override
  public SamplingIntent samplingIntent(SamplingInput input) {
    return limiter.tryAcquire() ? SAMPLE : SamplingIntent.DROP;
  }

  @Override
  public String description() {
    return "RateLimited{" + limiter.perSecond() + "}";
  }
}
