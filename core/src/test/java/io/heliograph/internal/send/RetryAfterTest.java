package io.heliograph.internal.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  @Test
  void readsSecondsAndDates() {
    assertThat(RetryAfter.parse("0", NOW)).isEqualTo(Duration.ZERO);
    assertThat(RetryAfter.parse(" 3600 ", NOW)).isEqualTo(Duration.ofHours(1));
    assertThat(RetryAfter.parse("Sat, 21 Nov 2026 10:00:05 GMT", NOW))
        .isEqualTo(Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "-1",
        "1.5",
        "99999999999999999999",
        "Sat, 21 Nov 2026 09:59:59 GMT",
        "Sat, 99 Nov 2026 10:00:05 GMT"
      })
  void takesJunkAndThePastForNothing(String header) {
    assertThat(RetryAfter.parse(header, NOW)).isNull();
  }
}
