package io.heliograph.benchmarks.app;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What each variant costs over the same application without telemetry. */
final class Overheads {

  private final List<Figures> all;
  private final Figures without;

  Overheads(List<Figures> all) {
    this.all = all;
    this.without = find(Variant.NONE).orElseThrow();
  }

  /** Empty if not measured. */
  Optional<Double> perRequest(Variant variant, Scenario scenario, ToDoubleFunction<Round> figure) {
    return find(variant)
        .map(with -> difference(with.rounds(scenario), without.rounds(scenario), figure));
  }

  Optional<Double> startCpuMillis(Variant variant) {
    return find(variant)
        .map(with -> difference(with.starts(), without.starts(), start -> start.cpuMicros() / 1e3));
  }

  /** The median of the differences between what was measured at the same time. */
  private static <T> double difference(List<T> with, List<T> without, ToDoubleFunction<T> figure) {
    return Median.of(
        IntStream.range(0, Math.min(with.size(), without.size()))
            .mapToDouble(
                i -> figure.applyAsDouble(with.get(i)) - figure.applyAsDouble(without.get(i))));
  }

  private Optional<Figures> find(Variant variant) {
    return all.stream().filter(figures -> figures.variant() == variant).findFirst();
  }
}
