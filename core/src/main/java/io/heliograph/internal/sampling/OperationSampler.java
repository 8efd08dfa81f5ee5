package io.heliograph.internal.sampling;

import io.heliograph.pipeline.Clock;
import io.heliograph.pipeline.Sampler;
import io.heliograph.pipeline.Samplers;
import io.heliograph.pipeline.SamplingInput;
import io.heliograph.pipeline.SamplingResult;
import io.heliograph.pipeline.SamplingResult.Decision;
import java.util.HashMap;
import java.util.Map;

/**
 * Samples by span name, and at least so many a second of each name. Names without an own strategy
 * share one: a bucket for each of them would grow without bound.
 */
final class OperationSampler implements Sampler {

  private final SamplingStrategy.PerOperation strategy;
  private final Map<String, Guaranteed> operations = new HashMap<>();
  private final Guaranteed others;

  OperationSampler(SamplingStrategy.PerOperation strategy, Clock clock) {
    this.strategy = strategy;
    double lowerBound = strategy.lowerBound();
    strategy
        .ratios()
        .forEach((name, ratio) -> operations.put(name, guaranteed(ratio, lowerBound, clock)));
    others = guaranteed(strategy.defaultRatio(), lowerBound, clock);
  }

  @Override
  public SamplingResult sample(SamplingInput input) {
    return operations.getOrDefault(input.name(), others).sample(input);
  }

  private static Guaranteed guaranteed(double ratio, double lowerBound, Clock clock) {
    RateLimiter limiter = new RateLimiter(lowerBound, clock);
    return new Guaranteed(
        Samplers.traceIdRatio(ratio), limiter, Samplers.composite(new RateLimited(limiter)));
  }

  @Override
  public String description() {
    return "PerOperation{operations:%d,default:%s,lowerBound:%s}"
        .formatted(operations.size(), others.ratio().description(), strategy.lowerBound());
  }

  private record Guaranteed(Sampler ratio, RateLimiter limiter, Sampler lowerBound) {

    SamplingResult sample(SamplingInput input) {
      SamplingResult result = ratio.sample(input);
      if (result.decision() == Decision.DROP) {
        return lowerBound.sample(input);
      }
      // What the ratio samples counts towards the lower bound.
      limiter.tryAcquire();
      return result;
    }
  }
}
