package io.heliograph.benchmarks.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

  @Test
  void takesEveryVariantIfNoneIsNamed() {
    assertThat(Options.parse(List.of("--quick")).variants()).containsExactly(Variant.values());
  }

  @Test
  void alwaysRunsTheApplicationWithoutTelemetry() {
    assertThat(Options.parse(List.of("agent")).variants())
        .containsExactly(Variant.NONE, Variant.AGENT);
  }

  @Test
  void saysInWordsHowThePeersWereSet() {
    assertThat(Options.parse(List.of("--smoke")).inWords())
        .isEqualTo("SMOKE, compression none, peers same-records");
    assertThat(Options.parse(List.of("--peers", "as-they-come")).inWords())
        .isEqualTo("FULL, compression none, peers as-they-come");
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Options.parse(List.of("micrometer")))
        .withMessage("unknown: micrometer");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Options.parse(List.of("--compression", "zstd")))
        .withMessage("--compression does not take zstd");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Options.parse(List.of("--compression")))
        .withMessage("--compression needs a value");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Options.parse(List.of("--peers", "weaker")))
        .withMessage("--peers does not take weaker");
  }
}
