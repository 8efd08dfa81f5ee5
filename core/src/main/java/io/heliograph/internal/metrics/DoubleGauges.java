package io.heliograph.internal.metrics;

import io.heliograph.pipeline.InstrumentKind;
import io.opentelemetry.api.metrics.DoubleGauge;
import io.opentelemetry.api.metrics.DoubleGaugeBuilder;
import io.opentelemetry.api.metrics.LongGaugeBuilder;
import io.opentelemetry.api.metrics.ObservableDoubleGauge;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import java.util.function.Consumer;

/** Builds gauges of doubles. Not thread-safe. */
final class DoubleGauges extends InstrumentBuilder<DoubleGaugeBuilder>
    implements DoubleGaugeBuilder {

  DoubleGauges(InstrumentDraft draft) {
    super(draft);
  }

  @Override
  public LongGaugeBuilder ofLongs() {
    return new LongGauges(draft.ofLongs());
  }

  @Override
  public DoubleGauge build() {
    return new Instruments.OfDoubleGauge(draft.recorder(InstrumentKind.GAUGE));
  }

  @Override
  public ObservableDoubleGauge buildWithCallback(Consumer<ObservableDoubleMeasurement> callback) {
    Observer observer = draft.observer(InstrumentKind.OBSERVABLE_GAUGE);
    return observer.observedBy(() -> callback.accept(observer));
  }

  @Override
  public ObservableDoubleMeasurement buildObserver() {
    return draft.observer(InstrumentKind.OBSERVABLE_GAUGE);
  }
}
