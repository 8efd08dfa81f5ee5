package io.heliograph.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdTest {

  /** The column of precision 4 in the specification's table, which it recommends. */
  @ParameterizedTest
  @CsvSource({
    "1, 0",
    "2, 8",
    "3, aaab",
    "4, c",
    "5, cccd",
    "8, e",
    "10, e666",
    "16, f",
    "100, fd70a",
    "1000, ffbe77",
    "10000, fff9724",
    "100000, ffff583a",
    "1000000, ffffef39"
  })
  void encodesOneInNAsTheSpecificationDoes(int n, String th) {
    assertThat(Threshold.encode(Threshold.ofRatio(1.0 / n))).isEqualTo(th);
  }

  @Test
  void keepsLeadingZerosOfThresholdsNearOne() {
    assertThat(Threshold.encode(Threshold.ofRatio(1 - 1.0 / 32))).isEqualTo("08");
  }

  @Test
  void reachesTheSmallestRatioThatFiftySixBitsCanExpress() {
    assertThat(Threshold.encode(Threshold.ofRatio(0x1p-56))).isEqualTo("ffffffffffffff");
    assertThat(Threshold.ofRatio(0x1p-58)).isEqualTo(Threshold.REJECT_ALL);
  }

  @Test
  void zeroRejectsEverything() {
    assertThat(Threshold.ofRatio(0)).isGreaterThan(Threshold.RANDOMNESS_MASK);
  }

  @Test
  void neverGrowsWithTheRatio() {
    long previous = Threshold.REJECT_ALL;
    for (double ratio = 0x1p-60; ratio <= 1; ratio *= 1.01) {
      long threshold = Threshold.ofRatio(ratio);
      assertThat(threshold).as("ratio %s", ratio).isBetween(0L, previous);
      previous = threshold;
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.0000001, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesWhatIsNoRatio(double ratio) {
    assertThatThrownBy(() -> Threshold.ofRatio(ratio))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a sampling ratio must be a number from 0 to 1");
  }
}
