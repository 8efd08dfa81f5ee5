package io.heliograph.micrometer;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.core.instrument.distribution.TimeWindowMax;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/** What Micrometer's own readers see of a distribution, such as the actuator. Thread-safe. */
final class Tally {

  private final LongAdder count = new LongAdder();
  private final DoubleAdder total = new DoubleAdder();
  private final TimeWindowMax max;

  Tally(Clock clock, DistributionStatisticConfig config) {
    this.max = new TimeWindowMax(clock, config);
  }

  void add(double amount) {
    count.increment();
    total.add(amount);
    max.record(amount);
  }

  long count() {
    return count.sum();
  }

  double total() {
    return total.sum();
  }

  double max() {
    return max.poll();
  }
}
