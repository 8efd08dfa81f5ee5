package io.heliograph.benchmarks.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {

  @Test
  void takesOnlyNumbersThatMakeTurnsOfOneLength() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Turns.warmUp(List.of(), Scenario.PRODUCT, 1_000));
  }

  @Test
  void everyEffortMakesTurnsOfOneLength() {
    for (Effort effort : Effort.values()) {
      Turns.warmUp(List.of(), Scenario.PRODUCT, effort.warmUpRequests());
      for (Scenario scenario : Scenario.values()) {
        Turns.warmUp(List.of(), scenario, scenario.share(effort.requests()));
      }
    }
    assertThat(Arrays.stream(Effort.values()).mapToInt(Effort::requests)).isSorted();
  }
}
