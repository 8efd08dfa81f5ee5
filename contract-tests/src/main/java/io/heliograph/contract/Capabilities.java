package io.heliograph.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What all frameworks' tests declare, which the page in the docs is made of. Frameworks cannot be
 * on one class path, so that each test compares its part with a committed file while it runs.
 *
 * @param file one line a {@link CapabilityRow}, sorted
 * @param page the page
 */
record Capabilities(Path file, Path page) {

  /** Those of the project that the tests run in, null outside of it. */
  static @Nullable Capabilities ofProject() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(file(folder))) {
      folder = folder.getParent();
    }
    return folder == null ? null : ofProject(folder);
  }

  static Capabilities ofProject(Path root) {
    return new Capabilities(file(root), root.resolve("docs").resolve("capabilities.md"));
  }

  private static Path file(Path root) {
    return root.resolve("contract-tests").resolve("capabilities.tsv");
  }

  /** Fails if the file says something else. */
  void check(CapabilityRow declared) {
    assertThat(rows())
        .as("%s is stale; regenerate it with -Dheliograph.regenerate=true", file)
        .contains(declared);
  }

  /** Takes the place of what the file said before. */
  void regenerate(CapabilityRow declared) {
    SortedSet<CapabilityRow> rows = new TreeSet<>(rows());
    rows.removeIf(declared::replaces);
    rows.add(declared);
    write(rows);
  }

  List<CapabilityRow> rows() {
    try (var lines = Files.lines(file)) {
      return lines.map(CapabilityRow::parse).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Both the file and the page. */
  void write(SortedSet<CapabilityRow> rows) {
    String lines = rows.stream().map(row -> row.line() + "\n").collect(Collectors.joining());
    GeneratedPage.assertFresh(file, lines);
    GeneratedPage.assertFresh(page, CapabilitiesPage.render(rows));
  }
}
