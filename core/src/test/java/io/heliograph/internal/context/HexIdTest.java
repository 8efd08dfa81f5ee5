package io.heliograph.internal.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceId;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HexIdTest {

  @Test
  void writesWhatTheApiWrites() {
    Random random = new Random(5);
    for (int i = 0; i < 1_000; i++) {
      long high = random.nextLong();
      long low = random.nextLong();

      assertThat(HexId.text(high, low)).isEqualTo(TraceId.fromLongs(high, low));
      assertThat(HexId.text(low)).isEqualTo(SpanId.fromLong(low));
      assertThat(HexId.bits(HexId.text(low), 0)).isEqualTo(low);
    }
  }

  @Test
  void writesEveryDigitInEveryPlace() {
    for (int shift = 0; shift < Long.SIZE; shift += 4) {
      for (long digit = 1; digit < 16; digit++) {
        assertThat(HexId.text(digit << shift)).isEqualTo(SpanId.fromLong(digit << shift));
      }
    }
  }
}
