package io.heliograph.benchmarks.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What Linux knows about a process; see proc(5). */
final class ProcessFigures {

  /** USER_HZ, which is 100 on every architecture that has a JVM. */
  private static final long MICROS_PER_TICK = 10_000;

  private static final int USER_TIME = 11;
  private static final int SYSTEM_TIME = 12;

  private final Path directory;

  ProcessFigures(Path directory) {
    this.directory = directory;
  }

  static ProcessFigures of(long pid) {
    return new ProcessFigures(Path.of("/proc", Long.toString(pid)));
  }

  /** User and system time of all threads, dead ones too. */
  long cpuMicros() {
    return cpuMicros(read(directory.resolve("stat")));
  }

  ProcessorTime processorTime() {
    return ProcessorTime.of(directory);
  }

  private static long cpuMicros(String stat) {
    // The command's name comes second, in parentheses, and may hold anything.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]))
        * MICROS_PER_TICK;
  }

  long residentKilobytes() {
    List<String> lines = read(directory.resolve("status")).lines().toList();
    for (String line : lines) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    throw new IllegalStateException("no VmRSS in " + directory);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
