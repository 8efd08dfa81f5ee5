package io.heliograph.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.infra.Blackhole;

/** Measurements that may become exemplars. */
public class ExemplarBenchmark extends WorkBenchmark {

  @Param({Works.OURS, Works.OFFICIAL})
  public String implementation = Works.OURS;

  @Benchmark
  @OperationsPerInvocation(MEASUREMENTS)
  public void histogramInSpan(Blackhole blackhole) {
    repeat(MEASUREMENTS, blackhole);
  }
}
