package io.heliograph.internal.metrics;

import io.heliograph.pipeline.InstrumentKind;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.DoubleHistogramBuilder;
import io.opentelemetry.api.metrics.LongHistogramBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds histograms of doubles. Not thread-safe. */
final class DoubleHistograms extends InstrumentBuilder<DoubleHistogramBuilder>
    implements DoubleHistogramBuilder {

  DoubleHistograms(InstrumentDraft draft) {
    super(draft);
  }

  @Override
  public LongHistogramBuilder ofLongs() {
    return new LongHistograms(draft.ofLongs());
  }

  @Override
  public DoubleHistogramBuilder setExplicitBucketBoundariesAdvice(
      @Nullable List<Double> boundaries) {
    draft.adviseBoundaries(boundaries);
    return this;
  }

  @Override
  public DoubleHistogram build() {
    return new Instruments.OfDoubleHistogram(draft.recorder(InstrumentKind.HISTOGRAM));
  }
}
