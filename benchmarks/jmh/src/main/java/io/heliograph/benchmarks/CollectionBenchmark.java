package io.heliograph.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.infra.Blackhole;

/** What a metric reader does each minute. */
public class CollectionBenchmark extends WorkBenchmark {

  @Param({Works.OURS, Works.OFFICIAL, Works.OFFICIAL_REUSING})
  public String implementation = Works.OURS;

  @Benchmark
  @OperationsPerInvocation(COLLECTIONS)
  public void collection(Blackhole blackhole) {
    repeat(COLLECTIONS, blackhole);
  }
}
