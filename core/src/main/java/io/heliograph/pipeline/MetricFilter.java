package io.heliograph.pipeline;

import io.heliograph.export.InstrumentationScope;
import io.heliograph.export.MetricType;
import io.opentelemetry.api.common.Attributes;

/**
 * Decides at collection which metrics and points a reader sees. Must be thread-safe.
 *
 * @see <a
 *     href="https://opentelemetry.io/docs/specs/otel/metrics/sdk/#metricfilter">MetricFilter</a>
 */
public interface MetricFilter {

  /** What is done with a metric. */
  enum Decision {
    /** All its points pass. */
    ACCEPT,
    /** None passes. */
    DROP,
    /** {@link #admits} is asked for each point. */
    BY_ATTRIBUTES
  }

  /** A filter that lets everything pass. */
  static MetricFilter all() {
    return (scope, name, type, unit) -> Decision.ACCEPT;
  }

  /** Decides on a metric. */
  Decision decide(InstrumentationScope scope, String name, MetricType type, String unit);

  /** Decides on a point, if the metric's decision was {@link Decision#BY_ATTRIBUTES}. */
  default boolean admits(
      InstrumentationScope scope,
      String name,
      MetricType type,
      String unit,
      Attributes attributes) {
    return true;
  }
}
