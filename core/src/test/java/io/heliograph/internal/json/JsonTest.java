package io.heliograph.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @Test
  void readsEveryKindOfValue() {
    Object value =
        Json.parse(" { \"a\" : [ 1, -0.5, 2e3, true, false, null, [] , {} ] ,\n\"b\":\"c\" } ");

    assertThat(value)
        .isEqualTo(
            Map.of(
                "a",
                Arrays.asList(1.0, -0.5, 2000.0, true, false, null, List.of(), Map.of()),
                "b",
                "c"));
  }

  @Test
  void readsEscapes() {
    assertThat(Json.parse("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e4\\uD83D\\uDE00\""))
        .isEqualTo("\"\\/\b\f\n\r\t\u00e4\uD83D\uDE00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "{", "}", "[", "[1", "[1,]", "[,1]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}",
        "{a:1}", "{\"a\":1,\"a\":2}", "1 2", "01", "1.", ".5", "+1", "-", "1e", "NaN", "tru",
        "nulll", "\"", "\"\\x\"", "\"\\u12g4\"", "\"\\u12", "\"\n\"", "'a'", "// a", "<html>"
      })
  void refusesWhatIsNotJson(String text) {
    assertThatThrownBy(() -> Json.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("not valid JSON at offset");
  }

  @Test
  void boundsTheNesting() {
    assertThat(Json.parse("[".repeat(32) + "]".repeat(32))).isInstanceOf(List.class);
    assertThatThrownBy(() -> Json.parse("[".repeat(60_000)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not valid JSON at offset 33");
  }

  @Test
  void failsInOneWayOnly() {
    Random random = new Random(3);
    String alphabet = "{}[]:,\"\\u0aefntr1.-+E \n";
    for (int i = 0; i < 50_000; i++) {
      StringBuilder text = new StringBuilder("{\"a\":");
      for (int length = random.nextInt(20); length > 0; length--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      try {
        Json.parse(text.toString());
      } catch (IllegalArgumentException e) {
        assertThat(e).hasMessageStartingWith("not valid JSON at offset");
      }
    }
  }
}
