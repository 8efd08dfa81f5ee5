package io.heliograph.micrometer;

import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import java.util.List;

/** The boundaries that a meter's configuration asks for. */
final class Buckets {

  private static final double NANOS_PER_SECOND = 1e9;

  /** What the semantic conventions advise for durations in seconds. */
  private static final List<Double> SECONDS =
      List.of(0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0);

  private Buckets() {}

  /** In seconds; Micrometer keeps them in nanoseconds. */
  static List<Double> ofTimer(DistributionStatisticConfig config) {
    List<Double> nanos = configured(config);
    return nanos.isEmpty()
        ? SECONDS
        : nanos.stream().map(boundary -> boundary / NANOS_PER_SECOND).toList();
  }

  /** Empty if the engine's own are wanted. */
  static List<Double> ofSummary(DistributionStatisticConfig config) {
    return configured(config);
  }

  private static List<Double> configured(DistributionStatisticConfig config) {
    return config.getHistogramBuckets(true).stream().filter(Double::isFinite).toList();
  }
}
