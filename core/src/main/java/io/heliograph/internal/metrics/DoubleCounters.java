package io.heliograph.internal.metrics;

import io.heliograph.pipeline.InstrumentKind;
import io.opentelemetry.api.metrics.DoubleCounter;
import io.opentelemetry.api.metrics.DoubleCounterBuilder;
import io.opentelemetry.api.metrics.ObservableDoubleCounter;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import java.util.function.Consumer;

/** Builds counters of doubles. Not thread-safe. */
final class DoubleCounters extends InstrumentBuilder<DoubleCounterBuilder>
    implements DoubleCounterBuilder {

  DoubleCounters(InstrumentDraft draft) {
    super(draft);
  }

  @Override
  public DoubleCounter build() {
    return new Instruments.OfDoubleCounter(draft.recorder(InstrumentKind.COUNTER));
  }

  @Override
  public ObservableDoubleCounter buildWithCallback(Consumer<ObservableDoubleMeasurement> callback) {
    Observer observer = draft.observer(InstrumentKind.OBSERVABLE_COUNTER);
    return observer.observedBy(() -> callback.accept(observer));
  }

  @Override
  public ObservableDoubleMeasurement buildObserver() {
    return draft.observer(InstrumentKind.OBSERVABLE_COUNTER);
  }
}
