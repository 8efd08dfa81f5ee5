package io.heliograph.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both sides of a row do the same work. */
class OutputTest {

  @ParameterizedTest
  @EnumSource
  void bothSidesComeToTheSame(Row row) {
    assertThatCode(() -> Output.requireSame(row)).doesNotThrowAnyException();
  }

  @Test
  void noticesADifference() {
    assertThat(Output.of(Row.ROOT_SPAN, Works.OURS))
        .isNotEqualTo(Output.of(Row.SERVER_SPAN, Works.OURS));
  }
}
