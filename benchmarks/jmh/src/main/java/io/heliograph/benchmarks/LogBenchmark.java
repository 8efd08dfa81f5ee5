package io.heliograph.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.infra.Blackhole;

/** Log records, up to the queue. */
public class LogBenchmark extends WorkBenchmark {

  @Param({Works.OURS, Works.OFFICIAL})
  public String implementation = Works.OURS;

  @Benchmark
  @OperationsPerInvocation(RECORDS)
  public void logRecord(Blackhole blackhole) {
    repeat(RECORDS, blackhole);
  }
}
