package io.heliograph.pipeline;

import static io.heliograph.pipeline.SamplingInputs.remoteChild;
import static io.heliograph.pipeline.SamplingInputs.root;
import static io.heliograph.pipeline.SamplingInputs.traceState;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.heliograph.Compliance;
import io.heliograph.pipeline.ComposableSamplers.Rule;
import io.heliograph.pipeline.SamplingResult.Decision;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.TraceState;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompositeSamplerTest {

  private static final String LOW = "00000000000000";
  private static final String MIDDLE = "90000000000000";
  private static final String HIGH = "ffffffffffffff";
  private static final AttributeKey<String> RULE = AttributeKey.stringKey("rule");

  @Test
  void alwaysOnSamplesWithThresholdZero() {
    SamplingResult result = Samplers.composite(ComposableSamplers.alwaysOn()).sample(root(LOW));

    assertThat(result.decision()).isEqualTo(Decision.RECORD_AND_SAMPLE);
    assertThat(result.traceState().asMap()).containsExactly(entry("ot", "th:0"));
  }

  @Test
  void alwaysOffDropsAndRemovesTheThreshold() {
    SamplingResult result =
        Samplers.composite(ComposableSamplers.alwaysOff())
            .sample(remoteChild(HIGH, true, traceState("ot", "th:8;k1:1", "vendor", "a")));

    assertThat(result.decision()).isEqualTo(Decision.DROP);
    assertThat(result.traceState().asMap())
        .containsExactly(entry("ot", "k1:1"), entry("vendor", "a"));
  }

  @ParameterizedTest
  @CsvSource({"0.5, 8", "0.25, c", "0.01, fd70a"})
  void probabilityWritesItsThreshold(double ratio, String th) {
    Sampler sampler = Samplers.composite(ComposableSamplers.probability(ratio));

    assertThat(sampler.sample(root(LOW)).decision()).isEqualTo(Decision.DROP);
    assertThat(sampler.sample(root(HIGH)).traceState().get("ot")).isEqualTo("th:" + th);
  }

  @Test
  void probabilityZeroIsAlwaysOff() {
    assertThat(ComposableSamplers.probability(0)).isSameAs(ComposableSamplers.alwaysOff());
  }

  @Compliance("Traces > Sampling > CompositeSampler and built-in ComposableSamplers")
  @Test
  void parentThresholdKeepsTheParentsThreshold() {
    SamplingResult result =
        parentThreshold().sample(remoteChild(MIDDLE, true, traceState("ot", "th:8")));

    assertThat(result.decision()).isEqualTo(Decision.RECORD_AND_SAMPLE);
    assertThat(result.traceState().get("ot")).isEqualTo("th:8");
  }

  @ParameterizedTest
  @CsvSource({"true, RECORD_AND_SAMPLE", "false, DROP"})
  void parentThresholdFollowsTheFlagWithoutThreshold(boolean sampled, Decision decision) {
    SamplingResult result = parentThreshold().sample(remoteChild(LOW, sampled, traceState()));

    assertThat(result.decision()).isEqualTo(decision);
    assertThat(result.traceState().isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"true, c, RECORD_AND_SAMPLE", "false, 8, DROP"})
  void parentThresholdFollowsTheFlagAgainstAContradictingThreshold(
      boolean sampled, String th, Decision decision) {
    SamplingResult result =
        parentThreshold().sample(remoteChild(MIDDLE, sampled, traceState("ot", "th:" + th)));

    assertThat(result.decision()).isEqualTo(decision);
    assertThat(result.traceState().isEmpty()).isTrue();
  }

  @Test
  void parentThresholdAsksItsRootWithoutAParent() {
    assertThat(parentThreshold().sample(root(HIGH)).traceState().get("ot")).isEqualTo("th:8");
  }

  @Compliance("Traces > Sampling > CompositeSampler and built-in ComposableSamplers")
  @ParameterizedTest
  @CsvSource({"GET /health, DROP, ", "GET /checkout, RECORD_AND_SAMPLE, th:0", "GET /, DROP, "})
  void theFirstMatchingRuleDecides(String name, Decision decision, String ot) {
    Sampler sampler =
        Samplers.composite(
            ComposableSamplers.ruleBased(
                List.of(
                    rule("GET /health", ComposableSamplers.alwaysOff()),
                    rule("GET /checkout", ComposableSamplers.alwaysOn()),
                    rule("GET /health", ComposableSamplers.alwaysOn()))));

    SamplingResult result = sampler.sample(root(HIGH).named(name));

    assertThat(result.decision()).isEqualTo(decision);
    assertThat(result.traceState().get("ot")).isEqualTo(ot);
  }

  @Compliance("Traces > Sampling > CompositeSampler and built-in ComposableSamplers")
  @Test
  void annotatingAddsAttributesToSampledSpansOnly() {
    ComposableSampler half = ComposableSamplers.probability(0.5);
    ComposableSampler inner =
        ComposableSamplers.annotating(Attributes.of(RULE, "inner", other(), "kept"), half);
    Sampler sampler =
        Samplers.composite(ComposableSamplers.annotating(Attributes.of(RULE, "outer"), inner));

    assertThat(sampler.sample(root(HIGH)).attributes())
        .isEqualTo(Attributes.of(RULE, "outer", other(), "kept"));
    assertThat(sampler.sample(root(LOW)).attributes().isEmpty()).isTrue();
  }

  @Test
  void asksForAttributesOnlyIfSampled() {
    AtomicInteger asked = new AtomicInteger();
    SamplingIntent intent =
        new SamplingIntent(
            1L << 55,
            true,
            () -> {
              asked.incrementAndGet();
              return Attributes.empty();
            },
            (parent, decision) -> parent);
    Sampler sampler = Samplers.composite(wanting(intent));

    sampler.sample(root(LOW));
    assertThat(asked).hasValue(0);
    sampler.sample(root(HIGH));
    assertThat(asked).hasValue(1);
  }

  @Test
  void anUnreliableThresholdMeetsFreshRandomnessAndIsNotWritten() {
    ComposableSampler unreliable = wanting(SamplingIntent.of(1L << 55, false));
    SamplingInput input = remoteChild(LOW, true, traceState("ot", "rv:00000000000000;th:0"));

    SamplingResult sampled = new CompositeSampler(unreliable, () -> -1L).sample(input);
    SamplingResult dropped = new CompositeSampler(unreliable, () -> 0L).sample(input);

    assertThat(sampled.decision()).isEqualTo(Decision.RECORD_AND_SAMPLE);
    assertThat(dropped.decision()).isEqualTo(Decision.DROP);
    assertThat(sampled.traceState().get("ot")).isEqualTo("rv:00000000000000");
    assertThat(dropped.traceState().get("ot")).isEqualTo("rv:00000000000000");
  }

  @ParameterizedTest
  @CsvSource({"ffffffffffffff, RECORD_AND_SAMPLE", "00000000000000, DROP"})
  void tellsTheTraceStateProviderTheDecision(String id, Decision decision) {
    SamplingIntent.TraceStateProvider provider =
        (parent, decided) -> parent.toBuilder().put("decided", decided.name()).build();
    SamplingIntent intent = new SamplingIntent(1L << 55, true, Attributes::empty, provider);

    TraceState state =
        Samplers.composite(wanting(intent))
            .sample(remoteChild(id, true, traceState("vendor", "a")))
            .traceState();

    assertThat(state.get("decided")).isEqualTo(decision.name());
    assertThat(state.get("vendor")).isEqualTo("a");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, (1L << 56) + 1})
  void refusesAThresholdOutOfRange(long threshold) {
    assertThatThrownBy(() -> SamplingIntent.of(threshold, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("from 0 to 2^56");
  }

  @Test
  void describesItsParts() {
    Sampler sampler =
        Samplers.composite(
            ComposableSamplers.parentThreshold(
                ComposableSamplers.ruleBased(
                    List.of(
                        rule("a", ComposableSamplers.alwaysOff()),
                        rule("b", ComposableSamplers.probability(0.1))))));

    assertThat(sampler.description())
        .isEqualTo(
            "CompositeSampler{ComposableParentThreshold{root:ComposableRuleBased{"
                + "ComposableAlwaysOff,ComposableProbability{0.100000}}}}");
  }

  private static Sampler parentThreshold() {
    return Samplers.composite(
        ComposableSamplers.parentThreshold(ComposableSamplers.probability(0.5)));
  }

  private static Rule rule(String name, ComposableSampler sampler) {
    return new Rule(input -> input.name().equals(name), sampler);
  }

  private static AttributeKey<String> other() {
    return AttributeKey.stringKey("other");
  }

  private static ComposableSampler wanting(SamplingIntent intent) {
    return new ComposableSampler() {
      @Override
      public SamplingIntent samplingIntent(SamplingInput input) {
        return intent;
      }

      @Override
      public String description() {
        return "fixed";
      }
    };
  }
}
