package io.heliograph.internal.metrics;

import io.heliograph.export.MetricType;
import org.jspecify.annotations.Nullable;

/**
 * Makes the cells and points of one kind of aggregation.
 *
 * @param <P> its points
 */
interface Aggregator<P extends PointBuffer> {

  MetricType type();

  Cell<P> newCell();

  P newPoint();

  /** Whether cells can be added up, so that threads need not share one. */
  default boolean striped() {
    return true;
  }

  /** Of its buckets, null if it has none or finds them by itself. */
  default @Nullable Boundaries boundaries() {
    return null;
  }
}
