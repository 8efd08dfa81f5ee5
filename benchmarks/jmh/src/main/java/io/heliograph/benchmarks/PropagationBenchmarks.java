package io.heliograph.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.infra.Blackhole;

/** Headers in and out. */
public class PropagationBenchmarks extends WorkBenchmark {

  @Param({Works.OURS, Works.OFFICIAL})
  public String implementation = Works.OURS;

  @Benchmark
  @OperationsPerInvocation(MEASUREMENTS)
  public void extract(Blackhole blackhole) {
    repeat(MEASUREMENTS, blackhole);
  }

  @Benchmark
  @OperationsPerInvocation(MEASUREMENTS)
  public void inject(Blackhole blackhole) {
    repeat(MEASUREMENTS, blackhole);
  }

  @Benchmark
  @OperationsPerInvocation(MEASUREMENTS)
  public void extractBaggage(Blackhole blackhole) {
    repeat(MEASUREMENTS, blackhole);
  }
}
