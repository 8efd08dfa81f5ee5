package io.heliograph.instrumentation;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.Meter;
import java.util.List;

/** A histogram of seconds. Thread-safe. */
final class DurationHistogram {

  /** What the conventions advise for HTTP. */
  static final List<Double> HTTP_BOUNDARIES =
      List.of(0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0);

  /** What the conventions advise for databases; work inside the process is as short. */
  static final List<Double> SHORT_BOUNDARIES =
      List.of(0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 5.0, 10.0);

  /** The API's own implementations do nothing. */
  private static final String OFF = DoubleHistogram.class.getPackageName();

  private final DoubleHistogram histogram;
  private final boolean enabled;

  DurationHistogram(Meter meter, String name, String description, List<Double> boundaries) {
    this.histogram =
        meter
            .histogramBuilder(name)
            .setUnit("s")
            .setDescription(description)
            .setExplicitBucketBoundariesAdvice(boundaries)
            .build();
    this.enabled = !OFF.equals(histogram.getClass().getPackageName());
  }

  /** False if there is no metrics engine, so that nothing need be measured. */
  boolean enabled() {
    return enabled;
  }

  MetricSeries series(Attributes attributes) {
    return MetricSeries.of(histogram, attributes);
  }
}
