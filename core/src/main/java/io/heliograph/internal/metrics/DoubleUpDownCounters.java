package io.heliograph.internal.metrics;

import io.heliograph.pipeline.InstrumentKind;
import io.opentelemetry.api.metrics.DoubleUpDownCounter;
import io.opentelemetry.api.metrics.DoubleUpDownCounterBuilder;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import io.opentelemetry.api.metrics.ObservableDoubleUpDownCounter;
import java.util.function.Consumer;

/** Builds up-down counters of doubles. Not thread-safe. */
final class DoubleUpDownCounters extends InstrumentBuilder<DoubleUpDownCounterBuilder>
    implements DoubleUpDownCounterBuilder {

  DoubleUpDownCounters(InstrumentDraft draft) {
    super(draft);
  }

  @Override
  public DoubleUpDownCounter build() {
    return new Instruments.OfDoubleUpDownCounter(draft.recorder(InstrumentKind.UP_DOWN_COUNTER));
  }

  @Override
  public ObservableDoubleUpDownCounter buildWithCallback(
      Consumer<ObservableDoubleMeasurement> callback) {
    Observer observer = draft.observer(InstrumentKind.OBSERVABLE_UP_DOWN_COUNTER);
    return observer.observedBy(() -> callback.accept(observer));
  }

  @Override
  public ObservableDoubleMeasurement buildObserver() {
    return draft.observer(InstrumentKind.OBSERVABLE_UP_DOWN_COUNTER);
  }
}
