package io.heliograph.pipeline;

import static io.heliograph.pipeline.SamplingInputs.localChild;
import static io.heliograph.pipeline.SamplingInputs.remoteChild;
import static io.heliograph.pipeline.SamplingInputs.root;
import static io.heliograph.pipeline.SamplingInputs.traceState;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import io.heliograph.Compliance;
import io.heliograph.pipeline.SamplingResult.Decision;
import io.opentelemetry.api.trace.TraceState;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatioSamplerTest {

  private static final double[] RATIOS = {0, 1e-4, 0.01, 0.1, 0.25, 1 / 3.0, 0.5, 0.9, 1};

  @ParameterizedTest
  @CsvSource({
    "0.5,  80000000000000, RECORD_AND_SAMPLE",
    "0.5,  7fffffffffffff, DROP",
    "0.25, c0000000000000, RECORD_AND_SAMPLE",
    "0.25, bfffffffffffff, DROP",
    "1,    00000000000000, RECORD_AND_SAMPLE",
    "0,    ffffffffffffff, DROP"
  })
  void comparesTheTraceIdsLast56BitsWithTheThreshold(double ratio, String id, Decision decision) {
    assertThat(Samplers.traceIdRatio(ratio).sample(root(id)).decision()).isEqualTo(decision);
  }

  @Compliance(
      "Traces > Sampling > TraceIdRatioBased sampler implements OpenTelemetry tracestate `th` field")
  @Test
  void writesTheThresholdOfSampledSpans() {
    assertThat(stateOf(Samplers.traceIdRatio(0.25), root("ffffffffffffff")).asMap())
        .containsExactly(entry("ot", "th:c"));
    assertThat(stateOf(Samplers.traceIdRatio(1), root("00000000000000")).asMap())
        .containsExactly(entry("ot", "th:0"));
  }

  @Test
  void replacesTheParentsThresholdAndKeepsOtherVendors() {
    TraceState parent = traceState("vendor", "a", "ot", "th:8;k1:13");

    assertThat(
            stateOf(Samplers.traceIdRatio(0.25), localChild("ffffffffffffff", true, parent))
                .asMap())
        .containsExactly(entry("ot", "k1:13;th:c"), entry("vendor", "a"));
  }

  @Test
  void removesTheParentsThresholdFromDroppedSpans() {
    TraceState parent = traceState("ot", "th:8;k1:13", "vendor", "a");

    assertThat(
            stateOf(Samplers.traceIdRatio(0.25), remoteChild("90000000000000", true, parent))
                .asMap())
        .containsExactly(entry("ot", "k1:13"), entry("vendor", "a"));
  }

  @Test
  void prefersExplicitRandomnessAndKeepsIt() {
    Sampler half = Samplers.traceIdRatio(0.5);
    TraceState low = traceState("ot", "rv:00000000000000");
    TraceState high = traceState("ot", "rv:ffffffffffffff");

    SamplingResult sampled = half.sample(remoteChild("00000000000000", true, high));

    assertThat(half.sample(remoteChild("ffffffffffffff", true, low)).decision())
        .isEqualTo(Decision.DROP);
    assertThat(sampled.decision()).isEqualTo(Decision.RECORD_AND_SAMPLE);
    assertThat(sampled.traceState().get("ot")).isEqualTo("rv:ffffffffffffff;th:8");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void ignoresTheParentsDecision(boolean parentSampled) {
    Sampler half = Samplers.traceIdRatio(0.5);
    TraceState none = TraceState.getDefault();

    assertThat(half.sample(remoteChild("80000000000000", parentSampled, none)).decision())
        .isEqualTo(Decision.RECORD_AND_SAMPLE);
    assertThat(half.sample(remoteChild("7fffffffffffff", parentSampled, none)).decision())
        .isEqualTo(Decision.DROP);
  }

  @Test
  void whatIsSampledAtOneRatioIsSampledAtEveryHigherOne() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      SamplingInput input = root(id(random));
      boolean sampledLower = false;
      for (double ratio : RATIOS) {
        boolean sampled = sampled(Samplers.traceIdRatio(ratio), input);
        assertThat(sampled || !sampledLower).as("%s at %s", input, ratio).isTrue();
        sampledLower = sampled;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.1, 0.5, 0.9})
  void samplesItsShareOfRandomTraces(double ratio) {
    Random random = new Random(11);
    Sampler sampler = Samplers.traceIdRatio(ratio);
    int traces = 100_000;
    int sampled = 0;
    for (int i = 0; i < traces; i++) {
      sampled += sampled(sampler, root(id(random))) ? 1 : 0;
    }
    double sixSigma = 6 * Math.sqrt(ratio * (1 - ratio) / traces);
    assertThat(sampled / (double) traces).isCloseTo(ratio, within(sixSigma));
  }

  @ParameterizedTest
  @CsvSource({
    "0.0001, TraceIdRatioBased{0.000100}",
    "0.25, TraceIdRatioBased{0.250000}",
    "1, TraceIdRatioBased{1.000000}",
    "0.12345678, TraceIdRatioBased{0.12345678}"
  })
  void describesItsRatioAsADecimal(double ratio, String description) {
    assertThat(Samplers.traceIdRatio(ratio).description()).isEqualTo(description);
  }

  @Test
  void tellsTinyRatiosApart() {
    assertThat(Samplers.traceIdRatio(1e-9).description())
        .isNotEqualTo(Samplers.traceIdRatio(2e-9).description());
  }

  @Test
  void refusesARatioOutOfRange() {
    assertThatThrownBy(() -> Samplers.traceIdRatio(1.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a number from 0 to 1");
  }

  private static TraceState stateOf(Sampler sampler, SamplingInput input) {
    return sampler.sample(input).traceState();
  }

  private static boolean sampled(Sampler sampler, SamplingInput input) {
    return sampler.sample(input).decision() == Decision.RECORD_AND_SAMPLE;
  }

  private static String id(Random random) {
    return "%014x".formatted(random.nextLong() >>> 8);
  }
}
