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
        .isEqualTo(new Options(Cast.of(Framework.SPRING_BOOT), true, true, "grpc"));
    assertThat(Options.parse(List.of("spring-boot")))
        .isEqualTo(new Options(Cast.of(Framework.SPRING_BOOT), false, false, "http/protobuf"));
  }

  @Test
  void readsWhoPlaysWhichPart() {
    Cast cast = Options.parse(List.of("spring-boot,quarkus,spring-boot")).cast();

    assertThat(cast.frameworkOf(Part.ORDERS)).isEqualTo(Framework.SPRING_BOOT);
    assertThat(cast.frameworkOf(Part.STOCK)).isEqualTo(Framework.QUARKUS);
    assertThat(cast.frameworkOf(Part.CATALOGUE)).isEqualTo(Framework.SPRING_BOOT);
    assertThat(cast).hasToString("spring-boot,quarkus,spring-boot");
    assertThat(Cast.of(Framework.QUARKUS)).hasToString("quarkus");
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    refuses(List.of(), "which framework?");
    refuses(List.of("struts"), "unknown: struts");
    refuses(List.of("quarkus,struts,quarkus"), "unknown: struts");
    refuses(List.of("quarkus,quarkus"), "one framework, or 3: quarkus,quarkus");
    refuses(List.of("spring-boot", "--db", "oracle"), "--db does not take oracle");
    refuses(List.of("spring-boot", "--protocol"), "--protocol does not take nothing");
  }

  private static void refuses(List<String> arguments, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Options.parse(arguments))
        .withMessage(message);
  }
}
