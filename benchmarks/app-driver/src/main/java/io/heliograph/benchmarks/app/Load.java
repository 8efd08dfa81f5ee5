package io.heliograph.benchmarks.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * A closed loop of a few clients, which keep their connections: each sends its next request when
 * the last one is answered. Not thread-safe.
 */
final class Load implements AutoCloseable {

  static final int CLIENTS = 4;

  private final Scenario scenario;
  private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
  private final List<Client> clients = new ArrayList<>();
  private final List<long[]> latenciesNanos = new ArrayList<>();
  private long durationNanos;

  Load(Scenario scenario, int port) {
    this.scenario = scenario;
    try {
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(new Client(port));
      }
    } catch (IOException e) {
      close();
      throw new UncheckedIOException(e);
    }
  }

  record Outcome(double p50Millis, double p99Millis, double requestsPerSecond) {

    private static Outcome of(LongStream latenciesNanos, long durationNanos) {
      long[] sorted = latenciesNanos.sorted().toArray();
      return new Outcome(
          percentileMillis(sorted, 0.50),
          percentileMillis(sorted, 0.99),
          sorted.length * 1e9 / durationNanos);
    }

    private static double percentileMillis(long[] sorted, double share) {
      return sorted[(int) (share * (sorted.length - 1))] / 1e6;
    }
  }

  /** Sends more requests; throws IllegalStateException if one fails. */
  void send(int requests) {
    long start = System.nanoTime();
    List<Future<long[]>> parts =
        clients.stream().map(client -> threads.submit(() -> send(client, requests))).toList();
    parts.forEach(part -> latenciesNanos.add(result(part)));
    durationNanos += System.nanoTime() - start;
  }

  private long[] send(Client client, int requests) throws IOException {
    long[] latencies = new long[requests / CLIENTS];
    for (int i = 0; i < latencies.length; i++) {
      long sent = System.nanoTime();
      client.get(scenario.path((long) i * CLIENTS + clients.indexOf(client)));
      latencies[i] = System.nanoTime() - sent;
    }
    return latencies;
  }

  /** Of all requests so far. */
  Outcome outcome() {
    return Outcome.of(latenciesNanos.stream().flatMapToLong(Arrays::stream), durationNanos);
  }

  @Override
  public void close() {
    threads.shutdownNow();
    for (Client client : clients) {
      try {
        client.close();
      } catch (IOException e) {
        // There is nothing left to send.
      }
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
