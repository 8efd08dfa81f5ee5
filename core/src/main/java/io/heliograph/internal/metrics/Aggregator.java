package io.heliograph.internal.metrics;

import io.heliograph.export.MetricType;

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

  /** The reservoir's place for a value, -1 for any. */
  default int exemplarSlot(double value) {
    return -1;
  }
}
