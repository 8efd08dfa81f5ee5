package io.heliograph.internal.pipeline;

import io.heliograph.export.DropReason;
import io.heliograph.export.ExportResult;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * Counts what became of every item offered to one destination. Thread-safe.
 *
 * <p>Once everything is quiet, {@code offered = delivered + dropped + buffered}, where what is
 * buffered is counted elsewhere, by looking. Drops are counted apart for the queue and for the
 * exporter, so that also {@code offered = handed over + dropped at the queue + queued}.
 */
public final class Ledger {

  private final LongSupplier accepted;
  private final LongAdder rejected = new LongAdder();
  private final LongAdder delivered = new LongAdder();
  private final LongAdder handedOver = new LongAdder();
  private final Drops atQueue = new Drops();
  private final Drops inExport = new Drops();

  /**
   * @param accepted items that the queue ever took, which it knows without another counter
   */
  Ledger(LongSupplier accepted) {
    this.accepted = accepted;
  }

  /** Dropped before the queue took them. */
  void rejected(int count, DropReason reason) {
    rejected.add(count);
    atQueue.add(count, reason);
  }

  /** Dropped from the queue, before the exporter got them. */
  void dropped(int count, DropReason reason) {
    atQueue.add(count, reason);
  }

  /** Given to the exporter. */
  void handedOver(int count) {
    handedOver.add(count);
  }

  void settled(ExportResult result) {
    delivered.add(result.delivered());
    result.dropped().forEach((reason, count) -> inExport.add(count, reason));
  }

  /** The counts now; exact once nothing is in motion. */
  public Snapshot snapshot() {
    long delivered = this.delivered.sum();
    long handedOver = this.handedOver.sum();
    Map<DropReason, Long> fromExport = inExport.counts();
    Map<DropReason, Long> fromQueue = atQueue.counts();
    // What was offered last, or more could have ended than begun.
    long offered = rejected.sum() + accepted.getAsLong();
    return new Snapshot(offered, delivered, handedOver, fromQueue, fromExport);
  }

  /** Counts by reason. */
  private static final class Drops {
    private final Map<DropReason, LongAdder> counts = new EnumMap<>(DropReason.class);

    Drops() {
      for (DropReason reason : DropReason.values()) {
        counts.put(reason, new LongAdder());
      }
    }

    void add(int count, DropReason reason) {
      counts.getOrDefault(reason, new LongAdder()).add(count);
    }

    Map<DropReason, Long> counts() {
      Map<DropReason, Long> sums = new EnumMap<>(DropReason.class);
      counts.forEach(
          (reason, count) -> {
            if (count.sum() != 0) {
              sums.put(reason, count.sum());
            }
          });
      return sums;
    }
  }

  /**
   * Counts of one moment; drops without zero entries.
   *
   * @param handedOver items that the exporter was given
   * @param droppedAtQueue of those that it was not
   * @param droppedInExport of those that it was
   */
  public record Snapshot(
      long offered,
      long delivered,
      long handedOver,
      Map<DropReason, Long> droppedAtQueue,
      Map<DropReason, Long> droppedInExport) {

    /** Copies the maps. */
    public Snapshot {
      droppedAtQueue = Map.copyOf(droppedAtQueue);
      droppedInExport = Map.copyOf(droppedInExport);
    }

    /** All drops, wherever they happened. */
    public Map<DropReason, Long> dropped() {
      Map<DropReason, Long> all = new EnumMap<>(DropReason.class);
      all.putAll(droppedAtQueue);
      droppedInExport.forEach((reason, count) -> all.merge(reason, count, Long::sum));
      return all;
    }

    /** All drops together. */
    public long droppedTotal() {
      return dropped().values().stream().mapToLong(Long::longValue).sum();
    }
  }
}
