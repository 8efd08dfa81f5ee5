package io.heliograph.samples.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

  @Test
  void readsEveryOption() {
    assertThat(
            Options.parse(
                List.of("spring-boot", "--db", "postgres", "--protocol", "grpc", "--once")))
        .isEqualTo(new Options(Framework.SPRING_BOOT, true, true, "grpc"));
    assertThat(Options.parse(List.of("spring-boot")))
        .isEqualTo(new Options(Framework.SPRING_BOOT, false, false, "http/protobuf"));
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    refuses(List.of(), "which framework?");
    refuses(List.of("struts"), "unknown: struts");
    refuses(List.of("spring-boot", "--db", "oracle"), "--db does not take oracle");
    refuses(List.of("spring-boot", "--protocol"), "--protocol does not take nothing");
  }

  private static void refuses(List<String> arguments, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Options.parse(arguments))
        .withMessage(message);
  }
}
