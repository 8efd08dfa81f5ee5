package io.heliograph.internal.jvm;

import io.heliograph.internal.diagnostics.Faults;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import io.opentelemetry.api.metrics.ObservableMeasurement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Makes instruments and remembers what has to be ended; registered and closed by one thread. */
public final class JvmInstruments implements AutoCloseable {

  private final Meter meter;
  private final Faults faults;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final Queue<Runnable> beforeFirstReading = new ConcurrentLinkedQueue<>();

  public JvmInstruments(Meter meter, Faults faults) {
    this.meter = meter;
    this.faults = faults;
  }

  Meter meter() {
    return meter;
  }

  Faults faults() {
    return faults;
  }

  ObservableLongMeasurement counter(String name, String unit, String description) {
    return meter.counterBuilder(name).setUnit(unit).setDescription(description).buildObserver();
  }

  ObservableLongMeasurement upDownCounter(String name, String unit, String description) {
    return meter
        .upDownCounterBuilder(name)
        .setUnit(unit)
        .setDescription(description)
        .buildObserver();
  }

  ObservableDoubleMeasurement gauge(String name, String unit, String description) {
    return meter.gaugeBuilder(name).setUnit(unit).setDescription(description).buildObserver();
  }

  /** Reads at each collection of metrics; what is read need not be loaded before. */
  void observe(Runnable reading, ObservableMeasurement first, ObservableMeasurement... others) {
    Runnable callback =
        () -> {
          runPending();
          reading.run();
        };
    onClose(meter.batchCallback(callback, first, others));
  }

  private void runPending() {
    Runnable pending = beforeFirstReading.poll();
    while (pending != null) {
      pending.run();
      pending = beforeFirstReading.poll();
    }
  }

  /** Leaves to the first collection of metrics what the start shall not wait for. */
  void beforeFirstReading(Runnable action) {
    beforeFirstReading.add(action);
  }

  void onClose(AutoCloseable closeable) {
    open.push(closeable);
  }

  /** Last opened, first closed. */
  @Override
  public void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Throwable thrown) {
        faults.report("end of JVM metrics", thrown);
      }
    }
  }
}
