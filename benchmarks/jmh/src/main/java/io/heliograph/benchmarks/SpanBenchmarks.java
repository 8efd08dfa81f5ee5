package io.heliograph.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.infra.Blackhole;

/** Spans, up to the queue. */
public class SpanBenchmarks extends WorkBenchmark {

  @Param({Works.OURS, Works.OFFICIAL})
  public String implementation = Works.OURS;

  @Benchmark
  @OperationsPerInvocation(RECORDS)
  public void serverSpan(Blackhole blackhole) {
    repeat(RECORDS, blackhole);
  }

  @Benchmark
  @OperationsPerInvocation(RECORDS)
  public void unsampledRootSpan(Blackhole blackhole) {
    repeat(RECORDS, blackhole);
  }
}
