package io.heliograph.internal.pipeline;

import io.heliograph.export.DropReason;
import io.heliograph.export.ExportResult;
import io.heliograph.export.Exporter;
import io.heliograph.internal.diagnostics.Faults;
import io.heliograph.pipeline.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The exports in flight of one batcher: started and settled by its worker, answered by anybody.
 *
 * <p>Each batch settles exactly once: with the exporter's first answer, with its exception, or when
 * it is given up; what comes later is ignored.
 */
final class ExportSlots<T> {

  private final Exporter<T> exporter;
  private final Clock clock;
  private final Faults faults;
  private final Runnable wakeUp;
  private final Set<Batch<T>> inFlight = new HashSet<>();
  private final Queue<Batch<T>> answered = new ConcurrentLinkedQueue<>();

  /** Follows {@link #inFlight} for readers on other threads. */
  private volatile int itemsInFlight;

  ExportSlots(Exporter<T> exporter, Clock clock, Faults faults, Runnable wakeUp) {
    this.exporter = exporter;
    this.clock = clock;
    this.faults = faults;
    this.wakeUp = wakeUp;
  }

  Batch<T> start(Load<T> load, long deadlineNanos) {
    Batch<T> batch = new Batch<>(load, clock.nanoTime(), deadlineNanos);
    inFlight.add(batch);
    countItems();
    try {
      exporter.export(batch.items, result -> answer(batch, result));
    } catch (Throwable thrown) {
      faults.report("exporter " + exporter.getClass().getName(), thrown);
      fail(batch, DropReason.EXPORTER_FAILED);
    }
    return batch;
  }

  private void answer(Batch<T> batch, ExportResult result) {
    if (batch.answered.compareAndSet(false, true)) {
      batch.endNanos = clock.nanoTime();
      batch.result = result;
      answered.add(batch);
      wakeUp.run();
    }
  }

  private void fail(Batch<T> batch, DropReason reason) {
    answer(batch, ExportResult.dropped(batch.count, reason));
  }

  /** Fails what has been in flight for too long. */
  void expire(long nowNanos) {
    for (Batch<T> batch : inFlight) {
      if (nowNanos - batch.deadlineNanos >= 0) {
        fail(batch, DropReason.EXPORTER_FAILED);
      }
    }
  }

  /** Nanoseconds until the first one will have taken too long, but not more than {@code most}. */
  long untilExpired(long nowNanos, long most) {
    long nanos = most;
    for (Batch<T> batch : inFlight) {
      nanos = Math.min(nanos, batch.deadlineNanos - nowNanos);
    }
    return nanos;
  }

  /** Fails everything in flight. */
  void abandon(DropReason reason) {
    inFlight.forEach(batch -> fail(batch, reason));
  }

  /** The next batch that was answered and leaves its slot now, null if there is none. */
  @org.jspecify.annotations.Nullable
  Batch<T> settleNext() {
    Batch<T> batch = answered.poll();
    if (batch != null) {
      inFlight.remove(batch);
      countItems();
    }
    return batch;
  }

  private void countItems() {
    int items = 0;
    for (Batch<T> batch : inFlight) {
      items += batch.count;
    }
    itemsInFlight = items;
  }

  boolean hasAnswers() {
    return !answered.isEmpty();
  }

  Set<Batch<T>> inFlight() {
    return inFlight;
  }

  int itemsInFlight() {
    return itemsInFlight;
  }

  /** One export. The result is written before the batch is queued as answered. */
  static final class Batch<T> {
    final List<T> items;

    // Taken at the start, because the elements may be used again once they are answered.
    final int count;
    final long bytes;

    final long deadlineNanos;
    private final long startNanos;
    private long endNanos;
    private final AtomicBoolean answered = new AtomicBoolean();
    private volatile ExportResult result = ExportResult.delivered(0);

    private Batch(Load<T> load, long startNanos, long deadlineNanos) {
      this.items = load.items();
      this.count = load.count();
      this.bytes = load.bytes();
      this.startNanos = startNanos;
      this.deadlineNanos = deadlineNanos;
    }

    /** What became of every item: an answer that does not add up is corrected by failures. */
    ExportResult result() {
      return result.accountingFor(count);
    }

    /** From the call of the exporter to its answer, all attempts included. */
    long nanos() {
      return endNanos - startNanos;
    }
  }
}
