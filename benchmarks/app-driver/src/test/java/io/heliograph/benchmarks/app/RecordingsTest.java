package io.heliograph.benchmarks.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingsTest {

  @TempDir private Path parent;

  @Test
  void anApplicationStartsThatRecordsIntoADirectoryWhichDidNotExist() throws Exception {
    Options options = Options.parse(List.of("--record", parent.resolve("of/today").toString()));

    assertThat(exitOfJvm(options.recordings().jvmOption(Variant.AGENT))).isZero();
  }

  @Test
  void saysThatItsDirectoryCannotBeMade() throws IOException {
    Path file = Files.createFile(parent.resolve("file"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Options.parse(List.of("--record", file.toString())))
        .withMessage("--record cannot make " + file);
  }

  @Test
  void nothingIsMadeForAnotherArgumentThatIsWrong() {
    Path directory = parent.resolve("of/today");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Options.parse(List.of("--record", directory.toString(), "zipkin")));
    assertThat(directory).doesNotExist();
  }

  private static int exitOfJvm(String option) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(java, option, "-version")
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
