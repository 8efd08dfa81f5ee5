package io.heliograph.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.infra.Blackhole;

/** All that one request to a server costs. */
public class HttpServerBenchmark extends WorkBenchmark {

  @Param({Works.OURS, Works.OFFICIAL})
  public String implementation = Works.OURS;

  @Benchmark
  @OperationsPerInvocation(RECORDS)
  public void httpServerRequest(Blackhole blackhole) {
    repeat(RECORDS, blackhole);
  }
}
