package io.heliograph.pipeline;

import static io.heliograph.pipeline.SamplingInputs.traceState;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.TraceStateBuilder;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtelTraceStateTest {

  private static final long HALF = 1L << 55;
  private static final long TRACE_ID_LOW = 0xab00000000000123L;

  @ParameterizedTest
  @CsvSource({
    "th:8, 80000000000000",
    "th:c0, c0000000000000",
    "rv:6e6d1a75832a2f;th:0123456789abcd, 123456789abcd",
    "th:0, 0",
    "a:b;th:08;z:y, 8000000000000"
  })
  void readsTheThreshold(String ot, String hex) {
    assertThat(OtelTraceState.threshold(traceState("ot", ot))).isEqualTo(Long.parseLong(hex, 16));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"th:", "th:C", "th:g", "th:0123456789abcde", "th", "xth:8", "a:th:8", "th:-1"})
  void takesAMalformedThresholdAsAbsent(String ot) {
    assertThat(OtelTraceState.threshold(traceState("ot", ot))).isEqualTo(OtelTraceState.ABSENT);
  }

  @Test
  void readsExplicitRandomness() {
    TraceState state = traceState("ot", "th:4;rv:6e6d1a75832a2f");
    assertThat(OtelTraceState.randomness(state, TRACE_ID_LOW)).isEqualTo(0x6e6d1a75832a2fL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"rv:6e6d1a75832a2", "rv:6e6d1a75832a2ff", "rv:6E6D1A75832A2F", "rv:", "th:8"})
  void takesTheTraceIdWithoutValidExplicitRandomness(String ot) {
    assertThat(OtelTraceState.randomness(traceState("ot", ot), TRACE_ID_LOW)).isEqualTo(0x123);
  }

  @Test
  void replacesTheThresholdAndKeepsEverythingElse() {
    TraceState state = traceState("vendor", "a", "ot", "p:8;th:c;rv:6e6d1a75832a2f", "other", "b");

    assertThat(OtelTraceState.withThreshold(state, HALF).asMap())
        .containsExactly(
            entry("ot", "p:8;rv:6e6d1a75832a2f;th:8"), entry("vendor", "a"), entry("other", "b"));
  }

  @Test
  void leavesAnEqualThresholdUntouched() {
    TraceState state = traceState("vendor", "a", "ot", "th:80;p:8");
    assertThat(OtelTraceState.withThreshold(state, HALF)).isSameAs(state);
  }

  @Test
  void removesEveryThresholdOfARepeatedKey() {
    TraceState state = traceState("ot", "th:c;p:8;th:8");
    assertThat(OtelTraceState.withoutThreshold(state).asMap()).containsExactly(entry("ot", "p:8"));
  }

  @Test
  void removesTheEntryIfOnlyTheThresholdWasInIt() {
    TraceState state = traceState("vendor", "a", "ot", "th:c");
    assertThat(OtelTraceState.withoutThreshold(state).asMap())
        .containsExactly(entry("vendor", "a"));
  }

  @Test
  void leavesAStateWithoutThresholdUntouched() {
    TraceState state = traceState("vendor", "a", "ot", "p:8");
    assertThat(OtelTraceState.withoutThreshold(state)).isSameAs(state);
  }

  @Test
  void dropsAnOldThresholdRatherThanExceedTheLengthLimit() {
    String others = "p:" + "x".repeat(249);
    TraceState state = traceState("ot", others + ";th:c");

    TraceState changed = OtelTraceState.withThreshold(state, 0xabc00000000000L);

    assertThat(changed.get("ot")).isEqualTo(others);
  }

  @Test
  void keepsOtherVendorsOfAFullTraceState() {
    TraceStateBuilder builder = TraceState.builder();
    for (int i = 0; i < 32; i++) {
      builder.put("vendor" + i, "v");
    }
    TraceState full = builder.build();

    assertThat(OtelTraceState.withThreshold(full, HALF).asMap())
        .hasSize(32)
        .isEqualTo(full.asMap());
  }

  @Test
  void survivesAnyValue() {
    Random random = new Random(20260101);
    String alphabet = "thrv:;0189afAFgz.-_ ~";
    for (int i = 0; i < 50_000; i++) {
      TraceState state = traceState("a", "b", "ot", text(random, alphabet));

      long randomness = OtelTraceState.randomness(state, random.nextLong());
      TraceState changed = OtelTraceState.withThreshold(state, HALF);
      TraceState removed = OtelTraceState.withoutThreshold(changed);

      assertThat(randomness).isBetween(0L, Threshold.RANDOMNESS_MASK);
      assertThat(OtelTraceState.threshold(state)).isBetween(-1L, Threshold.RANDOMNESS_MASK);
      assertThat(OtelTraceState.threshold(changed)).isEqualTo(HALF);
      assertThat(OtelTraceState.threshold(removed)).isEqualTo(OtelTraceState.ABSENT);
      assertThat(removed.get("a")).isEqualTo("b");
    }
  }

  private static String text(Random random, String alphabet) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(40); length > 0; length--) {
      text.append(
          random.nextInt(8) == 0
              ? "th:8;rv:6e6d1a75832a2f".substring(random.nextInt(20))
              : alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }
}
