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

  /** The median of the differences of rounds that followed each other; empty if not measured. */
  Optional<Double> perRequest(Variant variant, Scenario scenario, ToDoubleFunction<Round> figure) {
    return find(variant).map(with -> difference(with, scenario, figure));
  }

  Optional<Double> startCpuMillis(Variant variant) {
    return find(variant)
        .map(
            with ->
                (with.medianStart(Start::cpuMicros) - without.medianStart(Start::cpuMicros))
                    / 1000);
  }

  private double difference(Figures with, Scenario scenario, ToDoubleFunction<Round> figure) {
    List<Round> theirs = with.rounds(scenario);
    List<Round> bare = without.rounds(scenario);
    return Median.of(
        IntStream.range(0, Math.min(theirs.size(), bare.size()))
            .mapToDouble(
                i -> figure.applyAsDouble(theirs.get(i)) - figure.applyAsDouble(bare.get(i))));
  }

  private Optional<Figures> find(Variant variant) {
    return all.stream().filter(figures -> figures.variant() == variant).findFirst();
  }
}
