package io.heliograph.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.infra.Blackhole;

/** Measurements. */
public class MeasurementBenchmarks extends WorkBenchmark {

  @Param({Works.OURS, Works.OFFICIAL, Works.MICROMETER})
  public String implementation = Works.OURS;

  @Benchmark
  @OperationsPerInvocation(MEASUREMENTS)
  public void counter(Blackhole blackhole) {
    repeat(MEASUREMENTS, blackhole);
  }

  @Benchmark
  @OperationsPerInvocation(MEASUREMENTS)
  public void histogram(Blackhole blackhole) {
    repeat(MEASUREMENTS, blackhole);
  }
}
