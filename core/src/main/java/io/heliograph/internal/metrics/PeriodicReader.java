package io.heliograph.internal.metrics;

import io.heliograph.export.DropReason;
import io.heliograph.export.ExportResult;
import io.heliograph.export.Exporter;
import io.heliograph.export.MetricData;
import io.heliograph.internal.diagnostics.Faults;
import io.heliograph.internal.pipeline.Ledger;
import io.heliograph.pipeline.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * Collects at intervals and exports, one batch after the other, on a daemon thread of its own,
 * which survives whatever an exporter throws, and interrupts. Thread-safe.
 *
 * <p>While an export is not answered nothing is collected: what a delta stream gathers meanwhile is
 * part of its next collection.
 *
 * @see <a
 *     href="https://opentelemetry.io/docs/specs/otel/metrics/sdk/#periodic-exporting-metricreader">Periodic
 *     exporting MetricReader</a>
 */
public final class PeriodicReader implements AutoCloseable {

  private static final long JOIN_MILLIS = 200;

  private final PeriodicOptions options;
  private final MetricCollector collector;
  private final Exporter<MetricData> exporter;
  private final Clock clock;
  private final Faults faults;
  private final Ledger ledger = new Ledger();
  private final Queue<CompletableFuture<Boolean>> flushes = new ConcurrentLinkedQueue<>();
  private final CompletableFuture<Boolean> terminated = new CompletableFuture<>();
  private final Thread worker;

  /** The worker's alone: whether the exporter still holds something of the last collection. */
  private boolean released = true;

  public PeriodicReader(
      PeriodicOptions options,
      MetricCollector collector,
      Exporter<MetricData> exporter,
      Clock clock,
      Faults faults) {
    this.options = options;
    this.collector = collector;
    this.exporter = exporter;
    this.clock = clock;
    this.faults = faults;
    this.worker = new Thread(this::run, "heliograph-metrics-" + options.name());
    worker.setDaemon(true);
    worker.start();
  }

  /** Collects and exports now; true if all of it was delivered. */
  public CompletableFuture<Boolean> flush() {
    CompletableFuture<Boolean> flush = new CompletableFuture<>();
    flushes.add(flush);
    LockSupport.unpark(worker);
    if (terminated.isDone()) {
      refuseFlushes();
    }
    return flush;
  }

  /** Ends at once, without a last collection: {@link #flush} before. Idempotent. */
  @Override
  public void close() {
    terminated.complete(true);
    LockSupport.unpark(worker);
    try {
      exporter.close();
    } catch (Throwable thrown) {
      report(thrown);
    }
    joinWorker();
    refuseFlushes();
  }

  private void joinWorker() {
    try {
      worker.join(JOIN_MILLIS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void refuseFlushes() {
    for (CompletableFuture<Boolean> each = flushes.poll(); each != null; each = flushes.poll()) {
      each.complete(false);
    }
  }

  /** What became of the exported metrics; one metric of one collection is one item. */
  public Ledger.Snapshot ledger() {
    return ledger.snapshot();
  }

  public String name() {
    return options.name();
  }

  private void run() {
    long last = clock.nanoTime();
    while (!terminated.isDone()) {
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
      boolean delivered = collectAndExport();
      asked.forEach(each -> complete(each, delivered));
    } catch (Throwable thrown) {
      report(thrown);
      asked.forEach(each -> each.complete(false));
    }
  }

  private void complete(CompletableFuture<Boolean> flush, boolean delivered) {
    exporter
        .flush()
        .whenComplete(
            (flushed, thrown) ->
                flush.complete(delivered && thrown == null && Boolean.TRUE.equals(flushed)));
  }

  private boolean collectAndExport() {
    List<MetricData> collected = collector.collect(released && !exporter.keepsItems());
    released = true;
    boolean delivered = true;
    if (!collected.isEmpty()) {
      for (List<MetricData> batch : batches(collected)) {
        delivered &= export(batch);
      }
    }
    return delivered;
  }

  private List<List<MetricData>> batches(List<MetricData> collected) {
    return options.maxExportBatchSize() == PeriodicOptions.UNBOUNDED
        ? List.of(collected)
        : MetricSlice.batches(collected, options.maxExportBatchSize());
  }

  private boolean export(List<MetricData> batch) {
    ledger.offered(batch.size());
    ExportResult result = answer(batch);
    ledger.settled(result.accountingFor(batch.size()));
    return result.accountingFor(batch.size()).complete();
  }

  private ExportResult answer(List<MetricData> batch) {
    CompletableFuture<ExportResult> answer = new CompletableFuture<>();
    DropReason reason = DropReason.EXPORTER_FAILED;
    try {
      exporter.export(batch, answer::complete);
      Object ignored =
          CompletableFuture.anyOf(answer, terminated)
              .get(options.timeout().toNanos(), TimeUnit.NANOSECONDS);
      if (answer.isDone()) {
        return answer.join();
      }
      reason = DropReason.SHUTDOWN;
    } catch (InterruptedException | ExecutionException | TimeoutException unanswered) {
      report(unanswered);
    } catch (Throwable thrown) {
      report(thrown);
    }
    released = false;
    return ExportResult.dropped(batch.size(), reason);
  }

  private void report(Throwable thrown) {
    faults.report("metric export to " + options.name(), thrown);
  }
}
