package io.heliograph.benchmarks.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessFiguresTest {

  @TempDir private Path directory;

  @Test
  void addsUserAndSystemTimeWhateverTheCommandIsCalled() throws IOException {
    Files.writeString(
        directory.resolve("stat"), "7 (a) b (c) S 1 7 7 0 -1 4194560 10 20 30 40 123 45 6 7 20 0");

    assertThat(new ProcessFigures(directory).cpuMicros()).isEqualTo(1_680_000);
  }

  @Test
  void readsTheResidentMemory() throws IOException {
    Files.writeString(
        directory.resolve("status"), "Name:\tjava\nVmHWM:\t  300 kB\nVmRSS:\t  271234 kB\n");

    assertThat(new ProcessFigures(directory).residentKilobytes()).isEqualTo(271_234);
  }

  @Test
  void saysThatAProcessHasNoMemory() throws IOException {
    Files.writeString(directory.resolve("status"), "Name:\tzombie\n");

    assertThatIllegalStateException()
        .isThrownBy(() -> new ProcessFigures(directory).residentKilobytes())
        .withMessageContaining("VmRSS");
  }
}
