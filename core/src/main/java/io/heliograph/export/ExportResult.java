package io.heliograph.export;

import java.util.EnumMap;
import java.util.Map;

/**
 * What became of one exported batch: items delivered and items dropped by reason.
 *
 * @param delivered count of items which the destination acknowledged, not negative
 * @param dropped counts by reason, immutable, without zero entries
 */
public record ExportResult(int delivered, Map<DropReason, Integer> dropped) {

  /** Copies the map. */
  public ExportResult {
    dropped = Map.copyOf(dropped);
  }

  /** All items of the batch were acknowledged. */
  public static ExportResult delivered(int count) {
    return new ExportResult(count, Map.of());
  }

  /** All items of the batch are lost for one reason. */
  public static ExportResult dropped(int count, DropReason reason) {
    return new ExportResult(0, count == 0 ? Map.of() : Map.of(reason, count));
  }

  /** The sum of two results, for batches that are sent in parts. */
  public ExportResult plus(ExportResult other) {
    Map<DropReason, Integer> sum = new EnumMap<>(DropReason.class);
    sum.putAll(dropped);
    other.dropped.forEach((reason, count) -> sum.merge(reason, count, Integer::sum));
    return new ExportResult(delivered + other.delivered, sum);
  }

  /** The same if it tells of every item of the batch, else the failure of all of them. */
  public ExportResult accountingFor(int items) {
    int told = delivered + dropped.values().stream().mapToInt(Integer::intValue).sum();
    return told == items ? this : dropped(items, DropReason.EXPORTER_FAILED);
  }

  /** True when nothing was dropped. */
  public boolean complete() {
    return dropped.isEmpty();
  }
}
