package io.heliograph.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A place of a curve, measured.
 *
 * @param ours CPU nanoseconds
 * @param official CPU nanoseconds
 */
record Place(int x, double ours, double official) {

  /** As a Markdown table. */
  static String table(Curve curve, List<Place> places) {
    return "| "
        + curve.input
        + " | ours ns | official ns | ratio |\n|---:|---:|---:|---:|\n"
        + places.stream().map(Place::line).collect(Collectors.joining());
  }

  String line() {
    return String.format(
        Locale.ROOT,
        "| %d | %s | %s | %.2f |%n",
        x,
        Comparison.number(ours),
        Comparison.number(official),
        ours / official);
  }
}
