package io.heliograph.internal.metrics;

import io.heliograph.pipeline.InstrumentKind;
import io.opentelemetry.api.metrics.DoubleCounterBuilder;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongCounterBuilder;
import io.opentelemetry.api.metrics.ObservableLongCounter;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import java.util.function.Consumer;

/** Builds counters of longs. Not thread-safe. */
final class LongCounters extends InstrumentBuilder<LongCounterBuilder>
    implements LongCounterBuilder {

  LongCounters(InstrumentDraft draft) {
    super(draft);
  }

  @Override
  public DoubleCounterBuilder ofDoubles() {
    return new DoubleCounters(draft.ofDoubles());
  }

  @Override
  public LongCounter build() {
    return new Instruments.OfLongCounter(draft.recorder(InstrumentKind.COUNTER));
  }

  @Override
  public ObservableLongCounter buildWithCallback(Consumer<ObservableLongMeasurement> callback) {
    Observer observer = draft.observer(InstrumentKind.OBSERVABLE_COUNTER);
    return observer.observedBy(() -> callback.accept(observer));
  }

  @Override
  public ObservableLongMeasurement buildObserver() {
    return draft.observer(InstrumentKind.OBSERVABLE_COUNTER);
  }
}
