package io.heliograph.benchmarks;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * What one run costs.
 *
 * @param nanos of CPU time
 * @param bytes allocated, on all threads; not a number if nobody counted them
 */
record Measured(double nanos, double bytes) {

  /**
   * The best iteration of a fork: whatever else the machine does can only make an iteration slower.
   */
  static Measured of(RunResult fork) {
    int runs = fork.getParams().getOpsPerInvocation();
    Collection<IterationResult> iterations =
        fork.getBenchmarkResults().stream()
            .flatMap(result -> result.getIterationResults().stream())
            .toList();
    return new Measured(
        least(iterations, each -> score(each, Cpu.NANOS) / (score(each, Cpu.INVOCATIONS) * runs)),
        least(iterations, each -> score(each, "gc.alloc.rate.norm")));
  }

  private static double least(
      Collection<IterationResult> iterations, ToDoubleFunction<IterationResult> score) {
    return iterations.stream().mapToDouble(score).min().orElse(Double.NaN);
  }

  @SuppressWarnings("rawtypes") // As JMH declares it.
  private static double score(IterationResult iteration, String name) {
    for (Map.Entry<String, Result> result : iteration.getSecondaryResults().entrySet()) {
      if (result.getKey().endsWith(name)) {
        return result.getValue().getScore();
      }
    }
    return Double.NaN;
  }

  /** The fork in the middle: the compiler does not come to the same code each time. */
  static Measured median(List<Measured> forks) {
    return new Measured(median(forks, Measured::nanos), median(forks, Measured::bytes));
  }

  private static double median(List<Measured> forks, ToDoubleFunction<Measured> cost) {
    double[] sorted = forks.stream().mapToDouble(cost).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
