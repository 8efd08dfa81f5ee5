package io.heliograph.internal.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.FakeClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A ten-minute outage is eleven lines, each with the count of those it stands for. */
class ThrottledLogTest {

  private final List<String> lines = new ArrayList<>();
  private final FakeClock clock = new FakeClock();
  private final ThrottledLog log = new ThrottledLog(new ListLogger(lines), clock);

  @Test
  void firstAtOnceThenOneLineAMinuteWithTheCountHeldBack() {
    for (int second = 0; second <= 600; second++) {
      log.warn("outage", () -> "no connection", null);
      clock.advance(Duration.ofSeconds(1));
    }
    assertThat(lines).hasSize(11);
    assertThat(lines.get(0)).isEqualTo("no connection");
    assertThat(lines.get(1)).isEqualTo("no connection (59 more of these in the last minute)");
  }

  @Test
  void causesAreThrottledApart() {
    log.warn("a", () -> "a", null);
    log.warn("b", () -> "b", null);
    log.warn("a", () -> "a again", null);
    assertThat(lines).containsExactly("a", "b");
  }

  @Test
  void lineBreaksInAMessageForgeNoLine() {
    log.warn("a", () -> "name\r\nERROR forged\u0000", null);
    assertThat(lines).containsExactly("name??ERROR forged?");
  }

  @Test
  void causesWithoutEndDoNotFillTheMemory() {
    for (int i = 0; i < 10_000; i++) {
      log.warn("cause" + i, () -> "x", null);
    }
    assertThat(lines).hasSize(257);
  }

  @Test
  void aMessageThatThrowsIsSwallowed() {
    log.warn(
        "a",
        () -> {
          throw new IllegalStateException();
        },
        null);
    assertThat(lines).isEmpty();
  }
}
