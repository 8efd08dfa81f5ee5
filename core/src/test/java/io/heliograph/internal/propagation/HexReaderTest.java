package io.heliograph.internal.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HexReaderTest {

  @Test
  void readsSixteenDigits() {
    Random random = new Random(7);
    for (int i = 0; i < 1_000; i++) {
      long value = random.nextLong();
      HexReader reader = new HexReader("--" + HexFormat.of().toHexDigits(value) + "-");

      assertThat(reader.bits(2)).isEqualTo(value);
      assertThat(reader.isValid()).isTrue();
    }
  }

  @Test
  void tellsEveryOtherCharacterInEveryPlace() {
    for (int place = 0; place < HexReader.DIGITS; place++) {
      for (char c = 0; c < 0x3000; c++) {
        StringBuilder text = new StringBuilder("0123456789abcdef");
        text.setCharAt(place, c);
        HexReader reader = new HexReader(text.toString());

        long ignored = reader.bits(0);

        boolean isDigit = "0123456789abcdef".indexOf(c) >= 0;
        assertThat(reader.isValid()).as("%04x in %d", (int) c, place).isEqualTo(isDigit);
      }
    }
  }

  @Test
  void remembersWhatWasNoDigit() {
    HexReader reader = new HexReader("0000000000000x000000000000000001");

    assertThat(reader.bits(HexReader.DIGITS)).isEqualTo(1);
    assertThat(reader.isValid()).isTrue();
    long ignored = reader.bits(0);
    assertThat(reader.bits(HexReader.DIGITS)).isEqualTo(1);
    assertThat(reader.isValid()).isFalse();
  }
}
