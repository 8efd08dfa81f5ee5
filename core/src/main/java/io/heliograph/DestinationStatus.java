package io.heliograph;

import io.heliograph.config.Signal;
import io.heliograph.export.DropReason;
import java.util.Map;

/**
 * The ledger of one signal at one destination: {@code offered = delivered + dropped + buffered}
 * once nothing is in motion.
 *
 * @param signal what is counted
 * @param name the destination's name in the configuration
 * @param offered spans that ended and were sampled, metric points that were collected, or log
 *     records that were emitted
 * @param delivered items that the destination acknowledged
 * @param dropped items lost, by reason, without zero entries
 * @param buffered items queued or in flight, counted by looking
 */
public record DestinationStatus(
    Signal signal,
    String name,
    long offered,
    long delivered,
    Map<DropReason, Long> dropped,
    long buffered) {

  /** Copies the map. */
  public DestinationStatus {
    dropped = Map.copyOf(dropped);
  }

  /** All drops together. */
  public long droppedTotal() {
    return dropped.values().stream().mapToLong(Long::longValue).sum();
  }
}
