package io.heliograph.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SystemClockTest {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final Clock clock = Clock.system();

  @Test
  void theOffsetLeadsFromOneClockToTheOther() {
    long now = clock.nanoTime();

    assertThat(now + clock.epochOffset(now))
        .isCloseTo(clock.epochNanos(), within(Duration.ofMinutes(1).toNanos()));
  }

  @Test
  void theOffsetStaysForAMoment() {
    long later = clock.nanoTime() + SECOND;
    long measured = clock.epochOffset(later);

    assertThat(clock.epochOffset(later - SECOND)).isEqualTo(measured);
  }

  @Test
  void theOffsetIsMeasuredAgainAfterwards() {
    long measured = clock.epochOffset(clock.nanoTime());
    long deadline = System.nanoTime() + 60 * SECOND;
    long again = measured;
    while (again == measured && System.nanoTime() < deadline) {
      again = clock.epochOffset(clock.nanoTime() + SECOND);
    }

    assertThat(again).isNotEqualTo(measured);
  }
}
