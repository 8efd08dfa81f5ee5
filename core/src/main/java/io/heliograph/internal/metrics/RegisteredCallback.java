package io.heliograph.internal.metrics;

import io.opentelemetry.api.metrics.BatchCallback;
import io.opentelemetry.api.metrics.ObservableDoubleCounter;
import io.opentelemetry.api.metrics.ObservableDoubleGauge;
import io.opentelemetry.api.metrics.ObservableDoubleUpDownCounter;
import io.opentelemetry.api.metrics.ObservableLongCounter;
import io.opentelemetry.api.metrics.ObservableLongGauge;
import io.opentelemetry.api.metrics.ObservableLongUpDownCounter;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** A program's callback and the instruments that it may observe, until it is closed. */
final class RegisteredCallback
    implements BatchCallback,
        ObservableLongCounter,
        ObservableDoubleCounter,
        ObservableLongUpDownCounter,
        ObservableDoubleUpDownCounter,
        ObservableLongGauge,
        ObservableDoubleGauge {

  final String name;
  final Runnable body;
  final Set<Observer> observers;

  /** From its start to its return: one that hangs is not called again meanwhile. */
  final AtomicBoolean running = new AtomicBoolean();

  private volatile boolean closed;

  /**
   * @param name of an instrument, for the log
   */
  RegisteredCallback(String name, Runnable body, Set<Observer> observers) {
    this.name = name;
    this.body = body;
    this.observers = observers;
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
  }
}
