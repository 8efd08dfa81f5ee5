package io.heliograph.internal.metrics;

import io.heliograph.export.MetricData;
import io.heliograph.internal.diagnostics.Faults;
import io.heliograph.internal.pipeline.Destinations;
import io.heliograph.internal.pipeline.Measure;
import io.heliograph.pipeline.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/**
 * Collects at intervals and hands the metrics to destinations, on a daemon thread of its own, which
 * survives whatever happens in a collection, and interrupts. Thread-safe.
 *
 * <p>It does not wait for answers: what a destination cannot take yet is queued there.
 *
 * @see <a
 *     href="https://opentelemetry.io/docs/specs/otel/metrics/sdk/#periodic-exporting-metricreader">Periodic
 *     exporting MetricReader</a>
 */
public final class PeriodicReader implements AutoCloseable {

  private static final long JOIN_MILLIS = 200;

  private final PeriodicOptions options;
  private final MetricCollector collector;
  private final Destinations<MetricData> destinations;
  private final Clock clock;
  private final Faults faults;
  private final LongConsumer collectionNanos;
  private final Queue<CompletableFuture<Boolean>> flushes = new ConcurrentLinkedQueue<>();
  private final Thread worker;
  private volatile boolean closed;

  /** The worker's alone. */
  private long collection;

  /** The worker's alone: whether the last collection reached its end everywhere. */
  private CompletableFuture<Boolean> delivery = CompletableFuture.completedFuture(true);

  /** How the destinations of readers count. */
  public static Measure<MetricData> measure() {
    return MetricSlice.MEASURE;
  }

  /**
   * Starts to collect. The destinations stay the caller's to close.
   *
   * @param collectionNanos told how long each collection took
   */
  public PeriodicReader(
      PeriodicOptions options,
      MetricCollector collector,
      Destinations<MetricData> destinations,
      Clock clock,
      Faults faults,
      LongConsumer collectionNanos) {
    this.options = options;
    this.collector = collector;
    this.destinations = destinations;
    this.clock = clock;
    this.faults = faults;
    this.collectionNanos = collectionNanos;
    this.worker = new Thread(this::run, "heliograph-metrics-" + options.name());
    worker.setDaemon(true);
    worker.start();
  }

  /** Collects now; completes when that has settled, with true if all of it was delivered. */
  public CompletableFuture<Boolean> flush() {
    CompletableFuture<Boolean> flush = new CompletableFuture<>();
    flushes.add(flush);
    LockSupport.unpark(worker);
    if (closed) {
      refuseFlushes();
    }
    return flush;
  }

  /** Ends at once, without a last collection: {@link #flush} before. Idempotent. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(worker);
    try {
      worker.join(JOIN_MILLIS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    refuseFlushes();
  }

  private void refuseFlushes() {
    for (CompletableFuture<Boolean> each = flushes.poll(); each != null; each = flushes.poll()) {
      each.complete(false);
    }
  }

  private void run() {
    long last = clock.nanoTime();
    while (!closed) {
      long wait = options.interval().toNanos() - (clock.nanoTime() - last);
      if (wait > 0 && flushes.isEmpty()) {
        LockSupport.parkNanos(this, wait);
        boolean unusedInterrupt = Thread.interrupted();
        if (unusedInterrupt) {
          report(new InterruptedException("ignored"));
        }
      } else {
        last = clock.nanoTime();
        turn();
      }
    }
  }

  private void turn() {
    List<CompletableFuture<Boolean>> asked = new ArrayList<>();
    for (CompletableFuture<Boolean> each = flushes.poll(); each != null; each = flushes.poll()) {
      asked.add(each);
    }
    try {
      collectAndOffer();
      asked.forEach(this::follow);
    } catch (Throwable thrown) {
      report(thrown);
      asked.forEach(each -> each.complete(false));
    }
  }

  private void follow(CompletableFuture<Boolean> flush) {
    CompletableFuture<Boolean> ignored =
        delivery.whenComplete(
            (delivered, thrown) ->
                flush.complete(thrown == null && Boolean.TRUE.equals(delivered)));
  }

  private void collectAndOffer() {
    collection++;
    int batchSize = options.maxExportBatchSize();
    int room = batchSize;
    for (MetricData metric : collect()) {
      room = MetricSlice.parts(metric, collection, room, batchSize, destinations::offer);
    }
    delivery = destinations.flush();
  }

  private List<MetricData> collect() {
    long start = clock.nanoTime();
    List<MetricData> collected = collector.collect(released());
    collectionNanos.accept(clock.nanoTime() - start);
    return collected;
  }

  /**
   * Whether nobody holds anything of the last collection, so that its objects can be filled again:
   * a batch that was given up on may still be in an exporter's hands.
   */
  private boolean released() {
    return delivery.isDone()
        && !delivery.isCompletedExceptionally()
        && delivery.join()
        && !destinations.keepItems();
  }

  private void report(Throwable thrown) {
    faults.report("metric reader " + options.name(), thrown);
  }
}
