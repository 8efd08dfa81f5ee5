package io.heliograph.benchmarks.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where processes run: the applications together on the first processor, the driver, with clients
 * and receivers, wherever the system puts it. Threads that move between processors find their
 * memory in neither's cache, which costs as much as telemetry does and is chance.
 *
 * @param command what starts a process there, to stand before its own; empty for anywhere
 * @param jvmOptions so that a JVM there sets itself up as it does on the whole machine
 */
record Processors(List<String> command, List<String> jvmOptions) {

  static final Processors OF_APPLICATIONS = first();

  private static Processors first() {
    Path taskset = Path.of("/usr/bin/taskset");
    int all = Runtime.getRuntime().availableProcessors();
    return Files.isExecutable(taskset) && all > 1
        ? new Processors(
            List.of(taskset.toString(), "-c", "0"), List.of("-XX:ActiveProcessorCount=" + all))
        : new Processors(List.of(), List.of());
  }
}
