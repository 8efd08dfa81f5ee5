package io.heliograph.benchmarks.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** A closed loop of a few clients: each sends its next request when the last one is answered. */
record Load(Scenario scenario, int requests) {

  static final int CLIENTS = 4;

  record Outcome(double p50Millis, double p99Millis, double requestsPerSecond) {

    private static Outcome of(long[] latenciesNanos, long durationNanos) {
      long[] sorted = latenciesNanos.clone();
      Arrays.sort(sorted);
      return new Outcome(
          percentileMillis(sorted, 0.50),
          percentileMillis(sorted, 0.99),
          sorted.length * 1e9 / durationNanos);
    }

    private static double percentileMillis(long[] sorted, double share) {
      return sorted[(int) (share * (sorted.length - 1))] / 1e6;
    }
  }

  /** Throws IllegalStateException if a request fails. */
  Outcome run(int port) {
    ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    try {
      long start = System.nanoTime();
      var parts =
          IntStream.range(0, CLIENTS)
              .mapToObj(client -> threads.submit(() -> send(port, client)))
              .toList();
      long[] latencies = parts.stream().map(Load::result).flatMapToLong(Arrays::stream).toArray();
      return Outcome.of(latencies, System.nanoTime() - start);
    } finally {
      threads.shutdownNow();
    }
  }

  private long[] send(int port, int number) {
    long[] latencies = new long[requests / CLIENTS];
    try (Client client = new Client(port)) {
      for (int i = 0; i < latencies.length; i++) {
        long n = (long) i * CLIENTS + number;
        long sent = System.nanoTime();
        client.get(scenario.path(n));
        latencies[i] = System.nanoTime() - sent;
      }
      return latencies;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long[] result(Future<long[]> part) {
    try {
      return part.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a request failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted under load", e);
    }
  }
}
