package io.heliograph.instrumentation;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.BatchCallback;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;

/** A pool and the instruments that it is observed by. */
record PoolState(
    ConnectionPool pool,
    ObservableLongMeasurement count,
    ObservableLongMeasurement idleMax,
    ObservableLongMeasurement idleMin,
    ObservableLongMeasurement max,
    ObservableLongMeasurement pendingRequests) {

  private static final String IDLE = "idle";
  private static final String USED = "used";

  /** Runs at each collection until the answer is closed. */
  BatchCallback observedBy(Meter meter) {
    return meter.batchCallback(this::observe, count, idleMax, idleMin, max, pendingRequests);
  }

  private void observe() {
    Attributes name = Attributes.of(SemanticAttributes.DB_CLIENT_CONNECTION_POOL_NAME, pool.name());
    observe(count, pool.idle(), in(IDLE, name));
    observe(count, pool.used(), in(USED, name));
    observe(idleMax, pool.idleMax(), name);
    observe(idleMin, pool.idleMin(), name);
    observe(max, pool.max(), name);
    observe(pendingRequests, pool.pendingRequests(), name);
  }

  private static Attributes in(String state, Attributes name) {
    return name.toBuilder().put(SemanticAttributes.DB_CLIENT_CONNECTION_STATE, state).build();
  }

  private static void observe(
      ObservableLongMeasurement instrument, int value, Attributes attributes) {
    if (value >= 0) {
      instrument.record(value, attributes);
    }
  }
}
