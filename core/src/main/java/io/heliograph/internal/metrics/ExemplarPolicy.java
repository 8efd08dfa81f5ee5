package io.heliograph.internal.metrics;

import io.heliograph.internal.diagnostics.Faults;
import io.heliograph.pipeline.Clock;
import io.heliograph.pipeline.ExemplarFilter;
import io.heliograph.pipeline.ExemplarSampling;
import io.opentelemetry.api.common.Attributes;
import org.jspecify.annotations.Nullable;

/**
 * How the series of one stream get their exemplars.
 *
 * @param slots the places of a reservoir of ours
 */
record ExemplarPolicy(
    ExemplarFilter filter, ExemplarSampling sampling, int slots, Clock clock, Faults faults) {

  boolean off() {
    return filter == ExemplarFilter.ALWAYS_OFF;
  }

  boolean aligned() {
    return sampling instanceof ExemplarSampling.AlignedHistogramBucket;
  }

  /** Which measurements a cell puts forward. */
  SkipRule skips() {
    if (off()) {
      return SkipRule.NEVER;
    }
    if (sampling instanceof ExemplarSampling.Custom) {
      return SkipRule.ALWAYS;
    }
    return SkipRule.size(aligned() ? 1 : slots);
  }

  /** The reservoir of one series, null if there are no exemplars. */
  @Nullable ExemplarKeeper keeper(Attributes seriesAttributes) {
    if (off()) {
      return null;
    }
    if (sampling instanceof ExemplarSampling.Custom custom) {
      return custom(custom, seriesAttributes);
    }
    return new SlotKeeper(seriesAttributes, slots, clock);
  }

  private @Nullable ExemplarKeeper custom(ExemplarSampling.Custom custom, Attributes attributes) {
    try {
      return new CustomKeeper(custom.reservoirs().get(), attributes, clock, faults);
    } catch (Throwable thrown) {
      faults.report("exemplar reservoir", thrown);
      return null;
    }
  }
}
