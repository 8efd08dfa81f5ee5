package io.heliograph.pipeline;

import static io.heliograph.pipeline.SamplingInputs.localChild;
import static io.heliograph.pipeline.SamplingInputs.root;
import static io.heliograph.pipeline.SamplingInputs.traceState;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Compliance;
import io.heliograph.pipeline.SamplingResult.Decision;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplersTest {

  @Test
  void alwaysOnSamplesAndKeepsTheTraceState() {
    SamplingInput dropped = localChild("00000000000000", false, traceState("vendor", "a"));

    assertThat(Samplers.alwaysOn().sample(dropped)).isEqualTo(SamplingResult.RECORD_AND_SAMPLE);
    assertThat(Samplers.alwaysOn().description()).isEqualTo("AlwaysOnSampler");
  }

  @Test
  void alwaysOffDropsAndKeepsTheTraceState() {
    SamplingInput sampled = localChild("ffffffffffffff", true, traceState("vendor", "a"));

    assertThat(Samplers.alwaysOff().sample(sampled)).isEqualTo(SamplingResult.DROP);
    assertThat(Samplers.alwaysOff().description()).isEqualTo("AlwaysOffSampler");
  }

  @Compliance("Traces > Sampling > Sampler: AlwaysRecord")
  @ParameterizedTest
  @CsvSource({
    "DROP, RECORD_ONLY",
    "RECORD_ONLY, RECORD_ONLY",
    "RECORD_AND_SAMPLE, RECORD_AND_SAMPLE"
  })
  void alwaysRecordTurnsOnlyDropsIntoRecordOnly(Decision decision, Decision expected) {
    SamplingResult original =
        new SamplingResult(
            decision,
            Attributes.of(AttributeKey.stringKey("why"), "test"),
            traceState("vendor", "a"));

    SamplingResult result = Samplers.alwaysRecord(always(original)).sample(root("00000000000000"));

    assertThat(result)
        .isEqualTo(new SamplingResult(expected, original.attributes(), original.traceState()));
  }

  @Test
  void alwaysRecordDescribesWhatItWraps() {
    assertThat(Samplers.alwaysRecord(Samplers.alwaysOff()).description())
        .isEqualTo("AlwaysRecordSampler{root:AlwaysOffSampler}");
  }

  private static Sampler always(SamplingResult result) {
    return new Sampler() {
      @Override
      public SamplingResult sample(SamplingInput input) {
        return result;
      }

      @Override
      public String description() {
        return "fixed";
      }
    };
  }
}
