package io.heliograph.internal.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.FakeClock;
import io.heliograph.internal.sampling.SamplingStrategy.PerOperation;
import io.heliograph.pipeline.Sampler;
import io.heliograph.pipeline.SamplingInputs;
import io.heliograph.pipeline.SamplingResult;
import io.heliograph.pipeline.SamplingResult.Decision;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OperationSamplerTest {

  private static final SamplingInputs HIGH = SamplingInputs.root("ffffffffffffff");
  private static final SamplingInputs LOW = SamplingInputs.root("00000000000000");

  private final FakeClock clock = new FakeClock();

  @Test
  void samplesEachOperationAtItsOwnRatio() {
    Sampler sampler = sampler(0.5, 0, Map.of("all", 1.0, "none", 0.0));

    assertThat(sampled(sampler.sample(LOW.named("all")))).isTrue();
    assertThat(sampled(sampler.sample(HIGH.named("none")))).isFalse();
    assertThat(sampled(sampler.sample(HIGH.named("other")))).isTrue();
    assertThat(sampled(sampler.sample(LOW.named("other")))).isFalse();
  }

  @Test
  void guaranteesTheLowerBoundOfEachOperationWithoutAThreshold() {
    Sampler sampler = sampler(0, 1, Map.of("a", 0.0));

    SamplingResult first = sampler.sample(LOW.named("a"));

    assertThat(sampled(first)).isTrue();
    assertThat(first.traceState().isEmpty()).isTrue();
    assertThat(sampled(sampler.sample(LOW.named("a")))).isFalse();
    assertThat(sampled(sampler.sample(LOW.named("other")))).isTrue();
    clock.advance(Duration.ofMillis(1000));
    assertThat(sampled(sampler.sample(LOW.named("a")))).isTrue();
  }

  @Test
  void countsWhatTheRatioSampledTowardsTheLowerBound() {
    Sampler sampler = sampler(0.5, 1, Map.of());

    assertThat(sampler.sample(HIGH).traceState().get("ot")).isEqualTo("th:8");
    assertThat(sampled(sampler.sample(LOW))).isFalse();
  }

  @Test
  void describesItself() {
    assertThat(sampler(0.5, 2, Map.of("a", 1.0)).description())
        .isEqualTo("PerOperation{operations:1,default:TraceIdRatioBased{0.500000},lowerBound:2.0}");
  }

  private Sampler sampler(double defaultRatio, double lowerBound, Map<String, Double> ratios) {
    return new OperationSampler(new PerOperation(defaultRatio, lowerBound, ratios), clock);
  }

  private static boolean sampled(SamplingResult result) {
    return result.decision() == Decision.RECORD_AND_SAMPLE;
  }
}
