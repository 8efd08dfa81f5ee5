package io.heliograph.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.infra.Blackhole;

/** Spans, until their bytes are there; the exporting thread's time counts. */
public class SpanToBytesBenchmark extends WorkBenchmark {

  @Param({Works.OURS, Works.OFFICIAL, Works.OFFICIAL_REUSING})
  public String implementation = Works.OURS;

  @Benchmark
  @OperationsPerInvocation(RECORDS)
  public void spanToBytes(Blackhole blackhole) {
    repeat(RECORDS, blackhole);
  }
}
