package io.heliograph.internal.metrics;

import io.heliograph.pipeline.InstrumentKind;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.LongHistogramBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds histograms of longs. Not thread-safe. */
final class LongHistograms extends InstrumentBuilder<LongHistogramBuilder>
    implements LongHistogramBuilder {

  LongHistograms(InstrumentDraft draft) {
    super(draft);
  }

  @Override
  public LongHistogramBuilder setExplicitBucketBoundariesAdvice(@Nullable List<Long> boundaries) {
    draft.adviseBoundaries(boundaries);
    return this;
  }

  @Override
  public LongHistogram build() {
    return new Instruments.OfLongHistogram(draft.recorder(InstrumentKind.HISTOGRAM));
  }
}
