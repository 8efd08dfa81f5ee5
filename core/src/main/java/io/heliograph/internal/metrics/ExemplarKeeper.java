package io.heliograph.internal.metrics;

import io.heliograph.export.Exemplar;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import java.util.List;

/** The exemplars of one series. Thread-safe. */
interface ExemplarKeeper {

  /**
   * Takes a measurement.
   *
   * @param slot its place, -1 for any
   */
  void offer(Number value, int slot, Attributes attributes, Context context);

  /** Hands over what was kept and starts anew. */
  void collect(List<Exemplar> into);
}
