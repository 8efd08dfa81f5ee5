package io.heliograph.samples.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code samples/run <framework> --once} does. */
class StoryIT {

  /** How many of these there are depends on how long it took; none must be 0. */
  private static final String COUNTS =
      ", metric points [1-9]\\d*, exemplars [1-9]\\d*, logs [1-9]\\d*, logs with trace [1-9]\\d*";

  @ParameterizedTest
  @CsvSource({
    "spring-boot, false, http/json",
    "spring-boot, true, grpc",
    "quarkus, true, http/protobuf",
    "micronaut, true, grpc"
  })
  void goesAsItIsWritten(String cast, boolean postgres, String protocol) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    Options options = new Options(Cast.of(cast), postgres, true, protocol);

    try (Run run = new Run(options, Samples.folder(), out)) {
      assertThat(run.playStory()).isEmpty();
    }

    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("## An order that breaks the stock service")
        .contains("[OrderDesk]", "◆ http.server.request.duration")
        .doesNotContain("(no exemplar leads to it)")
        .matches("(?s).*\nspans 65, errors 9, services 3" + COUNTS + "\n");
  }
}
