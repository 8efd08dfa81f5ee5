package io.heliograph.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The benchmarks run. How fast is not for a test to say. */
class BenchmarksTest {

  @Test
  void eachRunsWithEachImplementation() throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include("io.heliograph.benchmarks")
                    .forks(0)
                    .warmupIterations(0)
                    .measurementIterations(1)
                    .measurementTime(TimeValue.milliseconds(1))
                    .shouldFailOnError(true)
                    .jvmArgsAppend("-Djmh.ignoreLock=true")
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();

    assertThat(results)
        .extracting(result -> result.getParams().getBenchmark().replaceFirst(".*\\.", ""))
        .contains(
            java.util.Arrays.stream(Row.values()).map(row -> row.method).toArray(String[]::new));
    assertThat(results).allSatisfy(result -> assertThat(Measured.of(result).nanos()).isPositive());
  }
}
