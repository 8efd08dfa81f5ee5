package io.heliograph.internal.metrics;

import io.heliograph.export.InstrumentationScope;
import io.heliograph.pipeline.ScopedMeterBuilder;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.MeterProvider;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Hands out meters, one for each scope, and their readers' collectors. Thread-safe. */
public final class EngineMeterProvider implements MeterProvider, AutoCloseable {

  private final MetricsConfig config;
  private final DroppedMeasurements dropped;
  private final Callbacks callbacks;
  private final List<MetricCollector> collectors;

  /** Guarded by this. */
  private final Map<InstrumentationScope, Entry> meters = new HashMap<>();

  private Predicate<InstrumentationScope> enabled = scope -> true;
  private boolean closed;

  private record Entry(MeterCore core, EngineMeter meter) {}

  public EngineMeterProvider(MetricsConfig config) {
    this.config = config;
    this.dropped = new DroppedMeasurements(config.log());
    this.callbacks = new Callbacks(config.faults(), config.callbackTimeout());
    this.collectors = MetricCollector.all(config, callbacks);
  }

  /** A missing name becomes the empty one; its meter works, as the specification asks. */
  @Override
  public ScopedMeterBuilder meterBuilder(@Nullable String scopeName) {
    String name = scopeName == null ? "" : scopeName;
    if (name.isEmpty()) {
      config
          .log()
          .warn("meter name", () -> "Heliograph: a meter was asked for without a name", null);
    }
    return new EngineMeterBuilder(name, this::meter);
  }

  /** The API's own when nobody reads, by which instrumentation knows to measure nothing. */
  private synchronized Meter meter(InstrumentationScope scope) {
    return collectors.isEmpty()
        ? MeterProvider.noop().get("")
        : meters.computeIfAbsent(scope, this::newMeter).meter;
  }

  private Entry newMeter(InstrumentationScope scope) {
    MeterCore core = new MeterCore(scope, config, dropped, isEnabled(scope), enabled.test(scope));
    return new Entry(core, new EngineMeter(core, callbacks, collectors));
  }

  private boolean isEnabled(InstrumentationScope scope) {
    return !closed && enabled.test(scope);
  }

  /**
   * Switches meters on and off, those that were handed out before as well; instruments of a meter
   * that is off record nothing.
   */
  public synchronized void configure(Predicate<InstrumentationScope> enabled) {
    this.enabled = enabled;
    meters.forEach(
        (scope, entry) -> {
          entry.core.enabled = isEnabled(scope);
          entry.core.observing = enabled.test(scope);
        });
  }

  /** The readers' collectors, in the order of the configuration. */
  public List<MetricCollector> collectors() {
    return collectors;
  }

  /** What instruments could not take. */
  public DroppedMeasurements dropped() {
    return dropped;
  }

  /**
   * From here on nothing is recorded; what was recorded may still be collected, and what callbacks
   * observe. Idempotent.
   */
  public synchronized void stopRecording() {
    closed = true;
    configure(enabled);
  }

  /** Ends the callbacks' threads; call it after the last collection. Idempotent. */
  @Override
  public void close() {
    stopRecording();
    callbacks.close();
  }
}
