package io.heliograph.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.infra.Blackhole;

/** The smallest span. */
public class RootSpanBenchmark extends WorkBenchmark {

  @Param({Works.OURS, Works.OFFICIAL, Works.BRAVE})
  public String implementation = Works.OURS;

  @Benchmark
  @OperationsPerInvocation(RECORDS)
  public void rootSpan(Blackhole blackhole) {
    repeat(RECORDS, blackhole);
  }
}
