package io.heliograph.instrumentation;

import io.heliograph.pipeline.BindableInstrument;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongUpDownCounter;
import io.opentelemetry.context.Context;

/**
 * An instrument with one set of attributes. Thread-safe.
 *
 * <p>With Heliograph's instruments nothing is looked up to record; with those of another
 * OpenTelemetry at least no attributes are built.
 */
@FunctionalInterface
interface MetricSeries {

  /**
   * Records.
   *
   * @param context of what was measured, which exemplars name
   */
  void record(double value, Context context);

  static MetricSeries of(DoubleHistogram histogram, Attributes attributes) {
    return histogram instanceof BindableInstrument bindable
        ? bindable.bind(attributes)::record
        : (value, context) -> histogram.record(value, attributes, context);
  }

  /** Takes whole numbers. */
  static MetricSeries of(LongUpDownCounter counter, Attributes attributes) {
    return counter instanceof BindableInstrument bindable
        ? bindable.bind(attributes)::record
        : (value, context) -> counter.add((long) value, attributes, context);
  }
}
