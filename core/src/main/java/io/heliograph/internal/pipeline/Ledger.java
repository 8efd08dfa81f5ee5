package io.heliograph.internal.pipeline;

import io.heliograph.export.DropReason;
import io.heliograph.export.ExportResult;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what became of every item offered to one destination. Thread-safe.
 *
 * <p>Once everything is quiet, {@code offered = delivered + dropped + buffered}, where what is
 * buffered is counted elsewhere, by looking.
 */
public final class Ledger {

  private final LongAdder offered = new LongAdder();
  private final LongAdder delivered = new LongAdder();
  private final Map<DropReason, LongAdder> dropped = new EnumMap<>(DropReason.class);

  /** All counts zero. */
  public Ledger() {
    for (DropReason reason : DropReason.values()) {
      dropped.put(reason, new LongAdder());
    }
  }

  void offered(int count) {
    offered.add(count);
  }

  void dropped(int count, DropReason reason) {
    dropped.getOrDefault(reason, new LongAdder()).add(count);
  }

  void settled(ExportResult result) {
    delivered.add(result.delivered());
    result.dropped().forEach((reason, count) -> dropped(count, reason));
  }

  /** The counts now; exact once nothing is in motion. */
  public Snapshot snapshot() {
    Map<DropReason, Long> drops = new EnumMap<>(DropReason.class);
    dropped.forEach(
        (reason, count) -> {
          if (count.sum() != 0) {
            drops.put(reason, count.sum());
          }
        });
    return new Snapshot(offered.sum(), delivered.sum(), drops);
  }

  /** Counts of one moment; drops without zero entries. */
  public record Snapshot(long offered, long delivered, Map<DropReason, Long> dropped) {

    /** Copies the map. */
    public Snapshot {
      dropped = Map.copyOf(dropped);
    }

    /** All drops together. */
    public long droppedTotal() {
      return dropped.values().stream().mapToLong(Long::longValue).sum();
    }
  }
}
