package io.heliograph.internal.metrics;

import io.heliograph.pipeline.Aggregation;
import io.heliograph.pipeline.View;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Two views as one. */
final class ComposedView {

  private ComposedView() {}

  /** What the later one sets wins; attributes must pass both. */
  static View compose(View earlier, View later) {
    Set<String> excluded = new HashSet<>(earlier.excluded());
    excluded.addAll(later.excluded());
    boolean sameAggregation = later.aggregation() instanceof Aggregation.Default;
    return new View(
        later.name() != null ? later.selector() : earlier.selector(),
        or(later.name(), earlier.name()),
        or(later.description(), earlier.description()),
        both(earlier.included(), later.included()),
        excluded,
        sameAggregation ? earlier.aggregation() : later.aggregation(),
        or(later.cardinalityLimit(), earlier.cardinalityLimit()),
        or(later.exemplars(), earlier.exemplars()));
  }

  private static <T> @Nullable T or(@Nullable T first, @Nullable T second) {
    return first != null ? first : second;
  }

  private static @Nullable Set<String> both(
      @Nullable Set<String> left, @Nullable Set<String> right) {
    if (left == null || right == null) {
      return or(left, right);
    }
    Set<String> both = new HashSet<>(left);
    both.retainAll(right);
    return both;
  }
}
