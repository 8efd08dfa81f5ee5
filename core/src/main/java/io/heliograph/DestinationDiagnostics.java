package io.heliograph;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One signal's way to one destination, at one moment. Nothing in it is secret.
 *
 * @param ledger what became of all items
 * @param type how they are delivered, such as {@code otlp grpc}, {@code file} or {@code exporter}
 *     for one that the program brought
 * @param target a URL without user info and query, a file, or an exporter's class
 * @param queue what waits, and how much may
 * @param possibleDuplicates items that were sent again although the first request may have been
 *     taken
 * @param lastSuccess when the destination last took an item, null if never
 * @param lastFailure null if there was none
 */
public record DestinationDiagnostics(
    DestinationStatus ledger,
    String type,
    String target,
    Queue queue,
    long possibleDuplicates,
    @Nullable Instant lastSuccess,
    @Nullable Failure lastFailure,
    Health health) {

  /** The same as in {@link Diagnostics#toMap}. */
  public Map<String, Object> toMap() {
    return DiagnosticsMap.destination(this);
  }

  /**
   * The queue of a destination.
   *
   * @param items that wait for the exporter; metrics count points
   * @param inFlight items that the exporter has not answered yet
   * @param bytes roughly the heap of both
   * @param capacityItems the most that may wait
   * @param capacityBytes the most that both may hold
   */
  public record Queue(int items, int inFlight, long bytes, int capacityItems, long capacityBytes) {}

  /**
   * The last export, or attempt of one, that failed.
   *
   * @param text one line
   */
  public record Failure(Instant time, String text) {}
}
