package io.heliograph.internal.metrics;

import io.heliograph.pipeline.InstrumentKind;
import io.opentelemetry.api.metrics.DoubleUpDownCounterBuilder;
import io.opentelemetry.api.metrics.LongUpDownCounter;
import io.opentelemetry.api.metrics.LongUpDownCounterBuilder;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import io.opentelemetry.api.metrics.ObservableLongUpDownCounter;
import java.util.function.Consumer;

/** Builds up-down counters of longs. Not thread-safe. */
final class LongUpDownCounters extends InstrumentBuilder<LongUpDownCounterBuilder>
    implements LongUpDownCounterBuilder {

  LongUpDownCounters(InstrumentDraft draft) {
    super(draft);
  }

  @Override
  public DoubleUpDownCounterBuilder ofDoubles() {
    return new DoubleUpDownCounters(draft.ofDoubles());
  }

  @Override
  public LongUpDownCounter build() {
    return new Instruments.OfLongUpDownCounter(draft.recorder(InstrumentKind.UP_DOWN_COUNTER));
  }

  @Override
  public ObservableLongUpDownCounter buildWithCallback(
      Consumer<ObservableLongMeasurement> callback) {
    Observer observer = draft.observer(InstrumentKind.OBSERVABLE_UP_DOWN_COUNTER);
    return observer.observedBy(() -> callback.accept(observer));
  }

  @Override
  public ObservableLongMeasurement buildObserver() {
    return draft.observer(InstrumentKind.OBSERVABLE_UP_DOWN_COUNTER);
  }
}
