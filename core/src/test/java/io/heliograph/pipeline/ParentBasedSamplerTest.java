package io.heliograph.pipeline;

import static io.heliograph.pipeline.SamplingInputs.localChild;
import static io.heliograph.pipeline.SamplingInputs.remoteChild;
import static io.heliograph.pipeline.SamplingInputs.root;
import static io.heliograph.pipeline.SamplingInputs.traceState;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.heliograph.Compliance;
import io.heliograph.pipeline.SamplingResult.Decision;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParentBasedSamplerTest {

  private static final String ID = "80000000000000";
  private static final TraceState NONE = TraceState.getDefault();
  private static final AttributeKey<String> DELEGATE = AttributeKey.stringKey("delegate");

  @ParameterizedTest
  @CsvSource({
    "true,  true,  RECORD_AND_SAMPLE",
    "true,  false, DROP",
    "false, true,  RECORD_AND_SAMPLE",
    "false, false, DROP"
  })
  void followsTheParentByDefault(boolean remote, boolean sampled, Decision decision) {
    assertThat(Samplers.parentBased(named("root")).sample(child(remote, sampled, NONE)).decision())
        .isEqualTo(decision);
  }

  @ParameterizedTest
  @CsvSource({
    "true,  true,  remoteParentSampled",
    "true,  false, remoteParentNotSampled",
    "false, true,  localParentSampled",
    "false, false, localParentNotSampled"
  })
  void asksTheDelegateForTheKindOfParent(boolean remote, boolean sampled, String delegate) {
    assertThat(all().sample(child(remote, sampled, NONE)).attributes().get(DELEGATE))
        .isEqualTo(delegate);
  }

  @Test
  void asksTheRootSamplerWithoutAParent() {
    assertThat(all().sample(root(ID)).attributes().get(DELEGATE)).isEqualTo("root");
  }

  @Test
  void keepsTheTraceStateOfAParentThatAgrees() {
    Sampler sampler = Samplers.parentBased(Samplers.alwaysOn());
    TraceState state = traceState("ot", "th:8", "vendor", "a");

    assertThat(sampler.sample(remoteChild(ID, true, state)).traceState()).isNull();
    assertThat(sampler.sample(localChild(ID, true, state)).traceState()).isNull();
  }

  @Test
  void removesAThresholdThatContradictsTheSampledFlag() {
    Sampler sampler = Samplers.parentBased(Samplers.alwaysOn());
    TraceState rejecting = traceState("ot", "k1:13;th:c", "vendor", "a");
    TraceState accepting = traceState("ot", "k1:13;th:8", "vendor", "a");

    SamplingResult sampled = sampler.sample(remoteChild(ID, true, rejecting));
    SamplingResult dropped = sampler.sample(remoteChild(ID, false, accepting));

    assertThat(sampled.decision()).isEqualTo(Decision.RECORD_AND_SAMPLE);
    assertThat(dropped.decision()).isEqualTo(Decision.DROP);
    assertThat(List.of(sampled, dropped))
        .allSatisfy(
            result ->
                assertThat(result.traceState().asMap())
                    .containsExactly(entry("ot", "k1:13"), entry("vendor", "a")));
  }

  @Test
  void takesTheTraceStateThatADelegateMade() {
    Sampler sampler =
        Samplers.parentBased(Samplers.alwaysOff()).remoteParentSampled(Samplers.traceIdRatio(0.5));

    SamplingResult result = sampler.sample(remoteChild(ID, true, traceState("ot", "th:c")));

    assertThat(result.traceState().get("ot")).isEqualTo("th:8");
  }

  @Compliance("Traces > Sampling > ShouldSample gets full parent Context")
  @Test
  void handsTheFullParentContextToEachDelegate() {
    ContextKey<String> key = ContextKey.named("tenant");
    List<String> seen = new ArrayList<>();
    Sampler sampler =
        Samplers.alwaysRecord(
            Samplers.parentBased(
                new Named("reader") {
                  @Override
                  public SamplingResult sample(SamplingInput input) {
                    seen.add(input.parentContext().get(key));
                    return SamplingResult.DROP;
                  }
                }));
    SamplingInputs input = root(ID);
    Context context = Context.root().with(key, "acme");

    sampler.sample(
        new SamplingInputs(
            context, input.traceId(), input.name(), input.kind(), input.attributes()));

    assertThat(seen).containsExactly("acme");
  }

  @Test
  void describesAllDelegates() {
    assertThat(Samplers.parentBased(Samplers.traceIdRatio(0.0001)).description())
        .isEqualTo(
            "ParentBased{root:TraceIdRatioBased{0.000100},remoteParentSampled:AlwaysOnSampler,"
                + "remoteParentNotSampled:AlwaysOffSampler,localParentSampled:AlwaysOnSampler,"
                + "localParentNotSampled:AlwaysOffSampler}");
  }

  private static ParentBasedSampler all() {
    return Samplers.parentBased(named("root"))
        .remoteParentSampled(named("remoteParentSampled"))
        .remoteParentNotSampled(named("remoteParentNotSampled"))
        .localParentSampled(named("localParentSampled"))
        .localParentNotSampled(named("localParentNotSampled"));
  }

  private static SamplingInput child(boolean remote, boolean sampled, TraceState state) {
    return remote ? remoteChild(ID, sampled, state) : localChild(ID, sampled, state);
  }

  private static Sampler named(String name) {
    return new Named(name);
  }

  private static class Named implements Sampler {
    private final String name;

    Named(String name) {
      this.name = name;
    }

    @Override
    public SamplingResult sample(SamplingInput input) {
      return new SamplingResult(Decision.DROP, Attributes.of(DELEGATE, name), null);
    }

    @Override
    public String description() {
      return name;
    }
  }
}
