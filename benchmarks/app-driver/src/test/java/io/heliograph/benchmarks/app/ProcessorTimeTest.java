package io.heliograph.benchmarks.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessorTimeTest {

  @TempDir private Path process;

  @Test
  void isThatOfAllThreadsButTheCompilers() throws IOException {
    thread("8", "http-nio-8080-e", 5_000_000);
    thread("9", "C2 CompilerThre", 7_000_000);
    thread("10", "VM Thread", 1_500);

    assertThat(ProcessorTime.of(process).microsSince(none())).isEqualTo(5_001.5);
  }

  @Test
  void isCountedFromAnEarlierReading() throws IOException {
    thread("8", "http-nio-8080-e", 5_000_000);
    ProcessorTime earlier = ProcessorTime.of(process);
    thread("8", "http-nio-8080-e", 5_400_000);
    thread("9", "http-nio-8080-e", 100_000);

    assertThat(ProcessorTime.of(process).microsSince(earlier)).isEqualTo(500);
  }

  @Test
  void knowsWhatTheServersThreadsTook() throws IOException {
    thread("8", "http-nio-8080-P", 2_000_000);
    thread("9", "heliograph-expo", 3_000_000);

    assertThat(ProcessorTime.of(process).requestMicrosSince(none())).isEqualTo(2_000);
  }

  private static ProcessorTime none() {
    return new ProcessorTime(Map.of());
  }

  private void thread(String id, String name, long nanos) throws IOException {
    Path thread = Files.createDirectories(process.resolve("task").resolve(id));
    Files.writeString(thread.resolve("comm"), name + "\n");
    Files.writeString(thread.resolve("schedstat"), nanos + " 77 9\n");
  }
}
