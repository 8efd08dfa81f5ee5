package io.heliograph.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How large a framework module may be; what exceeds it belongs into core. The formatter sees to it
 * that lines are lines.
 */
public abstract class LineBudgetContract {

  /** Literals come first, because they may look like comments. */
  private static final Pattern LITERAL_OR_COMMENT =
      Pattern.compile(
          "(?s)(\"{3}.*?\"{3}|\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])+')|/\\*.*?\\*/|//[^\\n]*");

  /** How many lines of main code there may be. */
  protected abstract int budget();

  /** Folders of main sources, relative to the module's. */
  protected List<Path> sources() {
    return List.of(Path.of("src", "main", "java"));
  }

  @Test
  void keepsToItsBudgetOfLines() {
    long lines = sources().stream().mapToLong(LineBudgetContract::lines).sum();
    assertThat(lines)
        .as("lines of main code without blank ones, comments, imports and packages")
        .isPositive()
        .isLessThanOrEqualTo(budget());
  }

  private static long lines(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .mapToLong(file -> lines(read(file)))
          .sum();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static long lines(String source) {
    return LITERAL_OR_COMMENT
        .matcher(source)
        .replaceAll("$1")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .filter(line -> !line.startsWith("import ") && !line.startsWith("package "))
        .count();
  }
}
