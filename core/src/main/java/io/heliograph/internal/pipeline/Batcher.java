package io.heliograph.internal.pipeline;

import io.heliograph.export.DropReason;
import io.heliograph.export.Exporter;
import io.heliograph.internal.diagnostics.DeliveryHistory;
import io.heliograph.internal.diagnostics.Faults;
import io.heliograph.internal.diagnostics.ThrottledLog;
import io.heliograph.internal.pipeline.ExportSlots.Batch;
import io.heliograph.pipeline.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Collects items of one signal for one destination and exports them in batches.
 *
 * <p>{@link #offer} never blocks and never throws: an item that finds no room is dropped and
 * counted. One daemon thread does everything else, and survives whatever an exporter throws, and
 * interrupts. Thread-safe.
 *
 * <p>Loops and no streams: a turn comes a few times a second, so that the compilers get to it late.
 * A quarter of this thread's samples under load were of interpreted code.
 *
 * @param <T> the signal's item
 */
public final class Batcher<T> {

  private static final long JOIN_MILLIS = 200;

  private final BatcherOptions options;
  private final Measure<T> measure;
  private final Exporter<T> exporter;
  private final DeliveryHistory history;
  private final Clock clock;
  private final Faults faults;
  private final ThrottledLog log;
  private final BoundedQueue<T> queue;
  private final Ledger ledger;
  private final ExportSlots<T> slots;
  private final Queue<FlushRequest<T>> requests = new ConcurrentLinkedQueue<>();
  private final FirstExport firstExport;
  private final Thread worker;

  /** The worker's alone. */
  private final List<FlushRequest<T>> flushes = new ArrayList<>();

  private long lastExportNanos;
  private boolean restIsDue;

  /** Whether the worker sleeps until its batch fills, so that producers know to wake it. */
  private volatile boolean waitingForItems;

  private volatile boolean terminated;

  /** Guarded by this. */
  private boolean workerDone;

  public Batcher(
      BatcherOptions options,
      Exporter<T> exporter,
      Measure<T> measure,
      DeliveryHistory history,
      Clock clock,
      Faults faults,
      ThrottledLog log) {
    this.options = options;
    this.measure = measure;
    this.exporter = exporter;
    this.history = history;
    this.clock = clock;
    this.faults = faults;
    this.log = log;
    this.queue = new BoundedQueue<>(options.maxQueueItems(), options.maxQueueBytes(), measure);
    this.ledger = new Ledger(queue::accepted);
    this.slots = new ExportSlots<>(exporter, clock, faults, this::wakeUp);
    this.lastExportNanos = clock.nanoTime();
    this.firstExport = new FirstExport(lastExportNanos, options.delay());
    this.worker = new Thread(this::run, "heliograph-export-" + options.label());
    worker.setDaemon(true);
    worker.start();
  }

  /** The application has started. Idempotent. */
  public void startIsOver() {
    firstExport.startIsOver(clock.nanoTime());
  }

  /** Takes an item, or drops and counts it. */
  public void offer(T item) {
    if (terminated) {
      ledger.rejected(measure.items().applyAsInt(item), DropReason.SHUTDOWN);
      return;
    }
    int queued = queue.offer(item);
    if (queued == BoundedQueue.FULL) {
      rejectForLackOfRoom(item);
    } else if (terminated) {
      // The worker may have made its last round between our two looks at the flags.
      dropQueued();
    } else if (waitingForItems && queued >= options.batchSize()) {
      waitingForItems = false; // One signal for a batch, however long the worker takes to wake.
      wakeUp();
    }
  }

  private void rejectForLackOfRoom(T item) {
    ledger.rejected(measure.items().applyAsInt(item), DropReason.QUEUE_FULL);
    history.lost();
    log.warn(
        "queue of " + options.label(),
        () ->
            "Heliograph: the queue of "
                + options.signal()
                + " for destination '"
                + options.name()
                + "' is full and items are dropped; see "
                + options.boundKeys(),
        null);
  }

  /**
   * Completes when everything offered before has settled: true if all of that was delivered, false
   * if some was lost or the batcher is closed meanwhile.
   */
  public CompletableFuture<Boolean> flush() {
    FlushRequest<T> request = new FlushRequest<>();
    requests.add(request);
    wakeUp();
    if (terminated) {
      request.future.complete(queue.size() == 0);
    }
    return request.future;
  }

  /** Ends at once: what is queued or in flight is dropped and counted. Idempotent. */
  public void terminate() {
    terminated = true;
    wakeUp();
    try {
      exporter.close();
    } catch (Throwable thrown) {
      faults.report("exporter " + exporter.getClass().getName(), thrown);
    }
    joinWorker();
  }

  /** So that the ledger is final afterwards, unless an exporter holds the worker. */
  private void joinWorker() {
    try {
      worker.join(JOIN_MILLIS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  public Ledger.Snapshot ledger() {
    return ledger.snapshot();
  }

  /** Items queued or in flight, by looking, not by subtraction. */
  public int buffered() {
    return queue.size() + slots.itemsInFlight();
  }

  /** Items that wait for the exporter. */
  public int queued() {
    return queue.size();
  }

  /** Items that the exporter has not answered yet. */
  public int inFlight() {
    return slots.itemsInFlight();
  }

  /** Estimated bytes queued or in flight. */
  public long bufferedBytes() {
    return queue.bytes();
  }

  /** Whether somebody may still look at items after they have settled. */
  public boolean keepsItems() {
    return exporter.keepsItems();
  }

  public BatcherOptions options() {
    return options;
  }

  private void wakeUp() {
    LockSupport.unpark(worker);
  }

  private void run() {
    while (!terminated) {
      try {
        turn();
      } catch (Throwable thrown) {
        faults.report("batcher " + options.label(), thrown);
      }
    }
    end();
  }

  private void turn() {
    settleAnswered();
    takeFlushRequests();
    if (exportDue()) {
      export();
    } else {
      sleep();
    }
  }

  private void settleAnswered() {
    slots.expire(clock.nanoTime());
    for (Batch<T> batch = slots.settleNext(); batch != null; batch = slots.settleNext()) {
      ledger.settled(batch.result());
      history.settled(batch.result(), batch.nanos());
      queue.release(batch.bytes);
      for (FlushRequest<T> flush : flushes) {
        flush.settled(batch);
      }
    }
    completeFlushes();
  }

  private void takeFlushRequests() {
    for (FlushRequest<T> next = requests.poll(); next != null; next = requests.poll()) {
      next.begin(queue.size(), slots.inFlight());
      flushes.add(next);
    }
    completeFlushes();
  }

  private void completeFlushes() {
    for (FlushRequest<T> flush : flushes) {
      if (flush.finished()) {
        flushExporter(flush);
      }
    }
    flushes.removeIf(FlushRequest::finished);
  }

  private void flushExporter(FlushRequest<T> flush) {
    exporter
        .flush()
        .whenComplete(
            (flushed, thrown) ->
                flush.future.complete(
                    flush.delivered() && thrown == null && Boolean.TRUE.equals(flushed)));
  }

  private boolean exportDue() {
    int queued = queue.size();
    if (queued == 0 || slots.inFlight().size() >= options.concurrency()) {
      return false;
    }
    return queued >= options.batchSize() || restIsDue || isWanted() || delayIsOver();
  }

  private boolean delayIsOver() {
    long now = clock.nanoTime();
    return now - lastExportNanos >= options.delay().toNanos() && firstExport.mayCome(now);
  }

  private boolean isWanted() {
    for (FlushRequest<T> flush : flushes) {
      if (flush.wantsMore()) {
        return true;
      }
    }
    return false;
  }

  private void export() {
    Load<T> load = drain();
    restIsDue = load.leftSomeForWeight();
    lastExportNanos = clock.nanoTime();
    if (!load.isEmpty()) {
      ledger.handedOver(load.count());
      Batch<T> batch = slots.start(load, lastExportNanos + options.exportTimeout().toNanos());
      for (FlushRequest<T> flush : flushes) {
        flush.started(batch);
      }
    }
  }

  private Load<T> drain() {
    Load<T> load = new Load<>(measure, options.batchSize(), queue.size());
    for (T next = queue.peek(); next != null && load.takes(next); next = queue.peek()) {
      T ignored = queue.poll();
    }
    return load;
  }

  /** Sleeps until the delay is over or somebody wakes it; an interrupt is only a wake-up. */
  private void sleep() {
    waitingForItems = slots.inFlight().size() < options.concurrency();
    boolean nothingNew =
        requests.isEmpty()
            && !slots.hasAnswers()
            && !(waitingForItems && queue.size() >= options.batchSize())
            && !terminated;
    if (nothingNew) {
      LockSupport.parkNanos(this, slots.untilExpired(clock.nanoTime(), options.delay().toNanos()));
    }
    waitingForItems = false;
    boolean unusedInterrupt = Thread.interrupted();
    if (unusedInterrupt) {
      log.warn(
          "interrupt", () -> "Heliograph: an interrupt of the export thread was ignored", null);
    }
  }

  private void end() {
    slots.abandon(DropReason.SHUTDOWN);
    settleAnswered();
    markWorkerDone();
    dropQueued();
    requests.forEach(flush -> flush.future.complete(false));
    flushes.forEach(flush -> flush.future.complete(false));
  }

  private synchronized void markWorkerDone() {
    workerDone = true;
  }

  /**
   * Drops what is left. The queue has one consumer at a time: the worker until it has been here,
   * afterwards whoever holds the lock.
   */
  private synchronized void dropQueued() {
    for (T item = pollLast(); item != null; item = pollLast()) {
      queue.release(measure.bytes().applyAsInt(item));
      ledger.dropped(measure.items().applyAsInt(item), DropReason.SHUTDOWN);
    }
  }

  private @Nullable T pollLast() {
    return workerDone ? queue.poll() : null;
  }
}
