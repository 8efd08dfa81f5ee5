package io.heliograph.internal.metrics;

import io.heliograph.export.MetricData;
import org.jspecify.annotations.Nullable;

/** One metric stream of one reader. */
interface Storage {

  /**
   * Collects; one thread at a time.
   *
   * @param reuse whether nobody looks at the last collection's objects any more
   * @return null if there are no points
   */
  @Nullable MetricData collect(boolean reuse);
}
