package io.heliograph.benchmarks.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;

/** How many libraries an application ships, and how large they are, agents included. */
record Jars(int count, long bytes) {

  static Jars of(Path application, List<Path> agents) {
    try (ZipFile zip = new ZipFile(application.toFile())) {
      List<Long> sizes =
          zip.stream()
              .filter(entry -> entry.getName().matches("BOOT-INF/lib/.+\\.jar"))
              .map(entry -> entry.getSize())
              .toList();
      long bytes = sizes.stream().mapToLong(Long::longValue).sum();
      for (Path agent : agents) {
        bytes += Files.size(agent);
      }
      return new Jars(sizes.size() + agents.size(), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(application + " cannot be read; build it first", e);
    }
  }

  double megabytes() {
    return bytes / 1e6;
  }
}
