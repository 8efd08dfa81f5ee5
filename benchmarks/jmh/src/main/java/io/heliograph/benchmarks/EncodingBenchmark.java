package io.heliograph.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.infra.Blackhole;

/** The last part of that alone; an operation is a span. */
public class EncodingBenchmark extends WorkBenchmark {

  @Param({Works.OURS, Works.OFFICIAL, Works.OFFICIAL_REUSING})
  public String implementation = Works.OURS;

  @Benchmark
  @OperationsPerInvocation(REQUESTS * Batches.SIZE)
  public void encoding(Blackhole blackhole) {
    repeat(REQUESTS, blackhole);
  }
}
