package io.heliograph.benchmarks.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the threads of a process have taken of the processors so far, but for the JIT compilers',
 * whose work says how warm a process is.
 *
 * @param nanos by thread; {@code schedstat} of proc(5), as {@code stat} knows ticks of 10 ms only
 */
record ProcessorTime(Map<Task, Long> nanos) {

  private static final Set<String> COMPILERS = Set.of("C1 CompilerThre", "C2 CompilerThre");

  record Task(String id, String name) {

    /** Whether it is Tomcat's: one that runs requests, or waits for the next. */
    boolean servesRequests() {
      return name.startsWith("http-nio-");
    }
  }

  static ProcessorTime of(Path process) {
    Map<Task, Long> nanos = new HashMap<>();
    try (Stream<Path> threads = Files.list(process.resolve("task"))) {
      threads.forEach(thread -> read(thread, nanos));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ProcessorTime(nanos);
  }

  private static void read(Path directory, Map<Task, Long> nanos) {
    try {
      String name = Files.readString(directory.resolve("comm")).trim();
      if (!COMPILERS.contains(name)) {
        String taken = Files.readString(directory.resolve("schedstat"));
        nanos.put(
            new Task(directory.getFileName().toString(), name),
            Long.parseLong(taken.substring(0, taken.indexOf(' '))));
      }
    } catch (IOException ended) {
      // A thread that ends between two readings takes its last time with it.
    }
  }

  /** What has been taken since {@code earlier}, in microseconds. */
  double microsSince(ProcessorTime earlier) {
    return micros(earlier, false);
  }

  /** Of that, what the threads took that serve requests. */
  double requestMicrosSince(ProcessorTime earlier) {
    return micros(earlier, true);
  }

  private double micros(ProcessorTime earlier, boolean ofRequestsOnly) {
    return nanos.entrySet().stream()
            .filter(entry -> !ofRequestsOnly || entry.getKey().servesRequests())
            .mapToLong(entry -> entry.getValue() - earlier.nanos.getOrDefault(entry.getKey(), 0L))
            .sum()
        / 1e3;
  }
}
