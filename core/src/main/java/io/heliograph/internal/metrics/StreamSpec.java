package io.heliograph.internal.metrics;

import io.heliograph.export.InstrumentationScope;
import io.heliograph.export.Resource;
import io.heliograph.export.Temporality;

/**
 * What is fixed about one metric stream of one reader.
 *
 * @param cardinalityLimit the most series, the one for overflow included
 */
record StreamSpec(
    Resource resource,
    InstrumentationScope scope,
    String name,
    String description,
    String unit,
    boolean monotonic,
    Temporality temporality,
    AttributeFilter attributes,
    int cardinalityLimit) {

  boolean isDelta() {
    return temporality == Temporality.DELTA;
  }
}
