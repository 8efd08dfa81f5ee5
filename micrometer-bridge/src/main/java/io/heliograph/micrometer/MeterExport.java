package io.heliograph.micrometer;

import io.micrometer.core.instrument.Meter;
import io.opentelemetry.api.metrics.DoubleCounter;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.DoubleHistogramBuilder;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;

/**
 * The OpenTelemetry instruments of Micrometer's meters.
 *
 * <p>Meters that differ in their tags only are one instrument. The first one's description counts:
 * Micrometer lets each have its own, but an instrument with two descriptions is two metrics.
 * Thread-safe.
 */
final class MeterExport implements AutoCloseable {

  private final io.opentelemetry.api.metrics.Meter meter;
  private final Function<Meter.Id, ExportedId> naming;
  private final Map<String, String> descriptions = new ConcurrentHashMap<>();
  private final Map<Meter.Id, List<AutoCloseable>> callbacks = new ConcurrentHashMap<>();

  /**
   * @param naming asked for each meter, since a convention can be set after the registry was made
   */
  MeterExport(io.opentelemetry.api.metrics.Meter meter, Function<Meter.Id, ExportedId> naming) {
    this.meter = meter;
    this.naming = naming;
  }

  DoubleCounter counter(Meter.Id id) {
    ExportedId exported = exported(id, "");
    return meter
        .counterBuilder(exported.name())
        .ofDoubles()
        .setUnit(exported.unit())
        .setDescription(exported.description())
        .build();
  }

  /**
   * @param boundaries empty for the engine's own
   */
  DoubleHistogram histogram(Meter.Id id, List<Double> boundaries) {
    ExportedId exported = exported(id, "");
    DoubleHistogramBuilder builder =
        meter
            .histogramBuilder(exported.name())
            .setUnit(exported.unit())
            .setDescription(exported.description());
    return boundaries.isEmpty()
        ? builder.build()
        : builder.setExplicitBucketBoundariesAdvice(boundaries).build();
  }

  void observeGauge(Meter.Id id, String suffix, DoubleSupplier value) {
    ExportedId exported = exported(id, suffix);
    keep(
        id,
        meter
            .gaugeBuilder(exported.name())
            .setUnit(exported.unit())
            .setDescription(exported.description())
            .buildWithCallback(callback(exported, value)));
  }

  void observeCounter(Meter.Id id, String suffix, DoubleSupplier value) {
    ExportedId exported = exported(id, suffix);
    keep(
        id,
        meter
            .counterBuilder(exported.name())
            .ofDoubles()
            .setUnit(exported.unit())
            .setDescription(exported.description())
            .buildWithCallback(callback(exported, value)));
  }

  void observeUpDownCounter(Meter.Id id, String suffix, DoubleSupplier value) {
    ExportedId exported = exported(id, suffix);
    keep(
        id,
        meter
            .upDownCounterBuilder(exported.name())
            .ofDoubles()
            .setUnit(exported.unit())
            .setDescription(exported.description())
            .buildWithCallback(callback(exported, value)));
  }

  /** Micrometer says NaN for "no value", as of a gauge whose object was collected. */
  private static Consumer<ObservableDoubleMeasurement> callback(
      ExportedId exported, DoubleSupplier value) {
    return measurement -> {
      double observed = value.getAsDouble();
      if (!Double.isNaN(observed)) {
        measurement.record(observed, exported.attributes());
      }
    };
  }

  private ExportedId exported(Meter.Id id, String suffix) {
    ExportedId exported = naming.apply(id).withSuffix(suffix);
    String first =
        descriptions.computeIfAbsent(
            exported.name() + '\n' + exported.unit(), key -> exported.description());
    return new ExportedId(exported.name(), exported.unit(), first, exported.attributes());
  }

  private void keep(Meter.Id id, AutoCloseable callback) {
    callbacks.computeIfAbsent(id, unknown -> new CopyOnWriteArrayList<>()).add(callback);
  }

  /** Observes a meter no more. */
  void forget(Meter.Id id) {
    List<AutoCloseable> ended = callbacks.remove(id);
    if (ended != null) {
      ended.forEach(MeterExport::end);
    }
  }

  private static void end(AutoCloseable callback) {
    try {
      callback.close();
    } catch (Exception impossible) {
      // The API's observables declare none; nothing depends on it.
    }
  }

  @Override
  public void close() {
    callbacks.keySet().forEach(this::forget);
  }
}
