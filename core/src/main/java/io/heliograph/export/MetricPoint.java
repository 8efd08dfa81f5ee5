package io.heliograph.export;

import io.opentelemetry.api.common.Attributes;
import java.util.List;

/** One series of a metric at one collection. Times are nanoseconds since the Unix epoch. */
public interface MetricPoint {

  Attributes attributes();

  /** When the count began: the series' first measurement, or the collection before for deltas. */
  long startEpochNanos();

  /** When it was collected, not before the start. */
  long epochNanos();

  /** Measurements that stand for the others, few or none. */
  List<Exemplar> exemplars();
}
