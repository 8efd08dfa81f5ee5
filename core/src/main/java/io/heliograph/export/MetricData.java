package io.heliograph.export;

import java.util.List;

/**
 * One metric stream as it was collected once.
 *
 * <p>Does not change while it is being exported. What comes after depends on {@link
 * Exporter#keepsItems}: the engine reuses metrics and points that nobody keeps.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otel/metrics/data-model/">Metrics data
 *     model</a>
 */
public interface MetricData {

  Resource resource();

  InstrumentationScope instrumentationScope();

  String name();

  /** Empty if there is none. */
  String description();

  /** Empty if there is none. */
  String unit();

  MetricType type();

  /** Of no meaning for a gauge. */
  Temporality temporality();

  /** Whether a sum only grows; false for all other types. */
  boolean monotonic();

  /** At least one, of the class that the type says. */
  List<? extends MetricPoint> points();
}
