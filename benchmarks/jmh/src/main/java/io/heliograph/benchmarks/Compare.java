package io.heliograph.benchmarks;

import static java.util.Objects.requireNonNull;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Measures both sides of each row in turns and holds the ratios against those asked of us. */
public final class Compare {

  private static final String QUICK = "--quick";

  private final Forks forks;
  private final PrintStream out;

  private Compare(Effort effort, PrintStream out) {
    this.forks = new Forks(effort);
    this.out = out;
  }

  /**
   * Compares.
   *
   * @param arguments {@code [--quick] [REGEX]}, the expression for names of rows
   */
  public static void main(String[] arguments) {
    List<String> rest = new ArrayList<>(Arrays.asList(arguments));
    Effort effort = rest.remove(QUICK) ? Effort.QUICK : Effort.FULL;
    List<Row> rows = Row.matching(rest.isEmpty() ? "" : rest.get(0));
    boolean met = new Compare(effort, System.out).compare(rows);
    System.exit(met ? 0 : 1);
  }

  private boolean compare(List<Row> rows) {
    rows.forEach(Output::requireSame);
    out.println("Both sides of " + rows.size() + " rows come to the same output.");
    out.println(Comparison.HEADER);
    List<String> peers = new ArrayList<>();
    boolean met = true;
    for (Row row : rows) {
      Map<String, Measured> costs = measure(row);
      Comparison comparison =
          new Comparison(
              row,
              requireNonNull(costs.remove(Works.OURS)),
              requireNonNull(costs.remove(Works.OFFICIAL)));
      out.println(comparison.line());
      met &= comparison.met();
      costs.forEach((name, cost) -> peers.add(peer(row, name, cost)));
    }
    peers.forEach(out::println);
    return met;
  }

  private static String peer(Row row, String name, Measured cost) {
    return row.title
        + " by "
        + name
        + ": "
        + Comparison.number(cost.nanos())
        + " ns, "
        + Comparison.number(cost.bytes())
        + " B";
  }

  /** In turns, so that what the machine does meanwhile meets all of them. */
  private Map<String, Measured> measure(Row row) {
    Map<String, List<Measured>> byImplementation = new LinkedHashMap<>();
    for (int round = 0; round < forks.effort().rounds(); round++) {
      implementations(row)
          .forEach(
              name ->
                  byImplementation
                      .computeIfAbsent(name, any -> new ArrayList<>())
                      .add(forks.measure(row, name)));
    }
    Map<String, Measured> medians = new LinkedHashMap<>();
    byImplementation.forEach((name, costs) -> medians.put(name, Measured.median(costs)));
    return medians;
  }

  private Stream<String> implementations(Row row) {
    Stream<String> both = Stream.of(Works.OURS, Works.OFFICIAL);
    return forks.effort().peers() ? Stream.concat(both, Works.peers(row).stream()) : both;
  }
}
