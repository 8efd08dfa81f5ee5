package io.heliograph.internal.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.export.DropReason;
import io.heliograph.export.ExportResult;
import io.heliograph.export.ReadableSpan;
import io.heliograph.internal.otlp.OtlpEncoder;
import io.heliograph.internal.otlp.TestSpan;
import io.heliograph.internal.send.Logs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines of JSON, in files that neither grow without end nor lose a line. */
class FileExporterTest {

  private static final int LIMIT = 10_000;

  @TempDir private Path directory;
  private Path file;
  private final Logs logs = new Logs();
  private final List<ExportResult> results = new ArrayList<>();

  @BeforeEach
  void nameFile() {
    file = directory.resolve("deeper").resolve("traces.jsonl");
  }

  @Test
  void writesOneLineABatchAndAppendsAfterARestart() throws Exception {
    write(LIMIT, 3, "first", "second");
    write(LIMIT, 3, "third");
    assertThat(lines(file)).hasSize(3);
    assertThat(lines(file).get(0)).startsWith("{\"resourceSpans\":[").endsWith("]}");
    assertThat(names(file)).containsExactly("first", "second", "third");
    assertThat(results).containsOnly(ExportResult.delivered(1)).hasSize(3);
  }

  @Test
  void setsFullFilesAsideAndKeepsOnlyTheNewest() throws Exception {
    write(300, 3, "1", "2", "3", "4", "5");
    assertThat(names(file)).containsExactly("5");
    assertThat(names(aged(1))).containsExactly("4");
    assertThat(names(aged(2))).containsExactly("3");
    try (var files = Files.list(file.getParent())) {
      assertThat(files).hasSize(3);
    }
  }

  @Test
  void aSingleFileStartsOver() throws Exception {
    write(300, 1, "1", "2");
    assertThat(names(file)).containsExactly("2");
    assertThat(aged(1)).doesNotExist();
  }

  @Test
  void aLineThatACrashCutGetsNoOtherLineAppended() throws Exception {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{\"resourceSpans\":[{\"res");
    write(LIMIT, 3, "next");
    assertThat(lines(file)).hasSize(2);
    assertThat(names(file)).containsExactly("next");
  }

  @Test
  void aDiskThatFailsIsCountedAndLoggedAndTriedAgain() throws Exception {
    Files.writeString(directory.resolve("deeper"), "a file where the directory should be");
    FileExporter<ReadableSpan> exporter = exporter(LIMIT, 3);
    export(exporter, "lost");
    Files.delete(directory.resolve("deeper"));
    export(exporter, "kept");
    exporter.close();
    assertThat(results)
        .containsExactly(
            ExportResult.dropped(1, DropReason.EXPORTER_FAILED), ExportResult.delivered(1));
    assertThat(logs.lines()).singleElement().asString().contains("failed; 1 items are lost");
    assertThat(names(file)).containsExactly("kept");
  }

  @Test
  void interruptsLoseNothing() throws Exception {
    FileExporter<ReadableSpan> exporter = exporter(LIMIT, 3);
    Thread.currentThread().interrupt();
    export(exporter, "a");
    export(exporter, "b");
    assertThat(Thread.interrupted()).isTrue();
    exporter.close();
    assertThat(names(file)).containsExactly("a", "b");
  }

  @Test
  void flushTellsThatLinesAreOnDiskAndAfterCloseNothingIsTaken() {
    FileExporter<ReadableSpan> exporter = exporter(LIMIT, 3);
    export(exporter, "a");
    assertThat(exporter.flush().toCompletableFuture()).isCompletedWithValue(true);
    exporter.close();
    exporter.close();
    export(exporter, "late");
    assertThat(results).last().isEqualTo(ExportResult.dropped(1, DropReason.SHUTDOWN));
  }

  private void write(long maxSize, int maxFiles, String... names) {
    FileExporter<ReadableSpan> exporter = exporter(maxSize, maxFiles);
    for (String name : names) {
      export(exporter, name);
    }
    exporter.close();
  }

  private void export(FileExporter<ReadableSpan> exporter, String name) {
    exporter.export(List.of(TestSpan.of(name)), results::add);
  }

  private FileExporter<ReadableSpan> exporter(long maxSize, int maxFiles) {
    return new FileExporter<>(
        file, maxSize, maxFiles, () -> OtlpEncoder.jsonSpans(LIMIT), logs.log());
  }

  private Path aged(int age) {
    return file.resolveSibling("traces.jsonl." + age);
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file, UTF_8);
  }

  private static List<String> names(Path file) throws IOException {
    return lines(file).stream()
        .filter(line -> line.endsWith("]}"))
        .map(line -> line.replaceAll(".*\"flags\":\\d+,\"name\":\"([^\"]*)\".*", "$1"))
        .toList();
  }
}
