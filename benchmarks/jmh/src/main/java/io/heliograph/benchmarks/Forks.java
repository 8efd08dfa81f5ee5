package io.heliograph.benchmarks;

import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures in a JVM of its own each time. */
record Forks(Effort effort) {

  /** The options of each JVM that measures. */
  static final List<String> JVM =
      List.of(
          "-XX:+UseParallelGC",
          "-Xms1g",
          "-Xmx1g",
          "--sun-misc-unsafe-memory-access=allow",
          "-D" + Warmup.PROPERTY + "=true");

  Measured measure(Row row, String implementation) {
    try {
      return Measured.of(new Runner(options(row, implementation)).runSingle());
    } catch (RunnerException failed) {
      throw new IllegalStateException(row.method + " by " + implementation, failed);
    }
  }

  private Options options(Row row, String implementation) {
    return new OptionsBuilder()
        .include("\\." + row.method + "$")
        .param(WorkBenchmark.IMPLEMENTATION, implementation)
        .forks(1)
        .warmupIterations(1)
        .warmupTime(effort.warmup())
        .measurementIterations(effort.iterations())
        .measurementTime(effort.iteration())
        .jvmArgs(JVM.toArray(String[]::new))
        .addProfiler(GCProfiler.class)
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT)
        .build();
  }
}
