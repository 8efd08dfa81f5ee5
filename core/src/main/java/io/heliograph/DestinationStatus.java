package io.heliograph;

import io.heliograph.export.DropReason;
import java.util.Map;

/**
 * The ledger of one destination: {@code offered = delivered + dropped + buffered} once nothing is
 * in motion.
 *
 * @param name the destination's name in the configuration
 * @param offered spans that ended and were sampled
 * @param delivered spans that the destination acknowledged
 * @param dropped spans lost, by reason, without zero entries
 * @param buffered spans queued or in flight, counted by looking
 */
public record DestinationStatus(
    String name, long offered, long delivered, Map<DropReason, Long> dropped, long buffered) {

  /** Copies the map. */
  public DestinationStatus {
    dropped = Map.copyOf(dropped);
  }

  /** All drops together. */
  public long droppedTotal() {
    return dropped.values().stream().mapToLong(Long::longValue).sum();
  }
}
