package io.heliograph.internal.metrics;

import io.heliograph.pipeline.InstrumentKind;
import io.opentelemetry.api.metrics.LongGauge;
import io.opentelemetry.api.metrics.LongGaugeBuilder;
import io.opentelemetry.api.metrics.ObservableLongGauge;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import java.util.function.Consumer;

/** Builds gauges of longs. Not thread-safe. */
final class LongGauges extends InstrumentBuilder<LongGaugeBuilder> implements LongGaugeBuilder {

  LongGauges(InstrumentDraft draft) {
    super(draft);
  }

  @Override
  public LongGauge build() {
    return new Instruments.OfLongGauge(draft.recorder(InstrumentKind.GAUGE));
  }

  @Override
  public ObservableLongGauge buildWithCallback(Consumer<ObservableLongMeasurement> callback) {
    Observer observer = draft.observer(InstrumentKind.OBSERVABLE_GAUGE);
    return observer.observedBy(() -> callback.accept(observer));
  }

  @Override
  public ObservableLongMeasurement buildObserver() {
    return draft.observer(InstrumentKind.OBSERVABLE_GAUGE);
  }
}
