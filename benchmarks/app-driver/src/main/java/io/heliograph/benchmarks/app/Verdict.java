package io.heliograph.benchmarks.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whether one of our overheads is small enough beside a peer's.
 *
 * @param asked the highest ratio of ours to the peer's
 */
record Verdict(String what, double ours, double peers, double asked) {

  private static final double CPU_OF_OFFICIAL = 0.35;
  private static final double CPU_OF_AGENT = 0.5;
  private static final double START_OF_OFFICIAL = 0.3;

  /** One for each ratio that is asked for and whose both sides were measured. */
  static List<Verdict> of(Overheads overheads) {
    List<Verdict> verdicts = new ArrayList<>();
    for (Scenario scenario : Scenario.values()) {
      Function<Variant, Optional<Double>> cpu =
          variant -> overheads.perRequest(variant, scenario, Round::cpuMicros);
      String what = "CPU µs per request of " + scenario.title();
      add(verdicts, what, cpu, Variant.OFFICIAL, CPU_OF_OFFICIAL);
      add(verdicts, what, cpu, Variant.AGENT, CPU_OF_AGENT);
    }
    Function<Variant, Optional<Double>> start = overheads::startCpuMillis;
    add(verdicts, "CPU ms of the start", start, Variant.OFFICIAL, START_OF_OFFICIAL);
    return verdicts;
  }

  private static void add(
      List<Verdict> verdicts,
      String what,
      Function<Variant, Optional<Double>> overhead,
      Variant peer,
      double asked) {
    Optional<Double> ours = overhead.apply(Variant.HELIOGRAPH);
    Optional<Double> peers = overhead.apply(peer);
    if (ours.isPresent() && peers.isPresent()) {
      verdicts.add(new Verdict(what + ", to " + peer.title(), ours.get(), peers.get(), asked));
    }
  }

  boolean met() {
    return ours <= asked * peers;
  }

  /** A row of a Markdown table. */
  String row() {
    return String.format(
        Locale.ROOT,
        "| %s | %.0f | %.0f | %s | %.2f | %s |",
        what,
        ours,
        peers,
        peers > 0 ? String.format(Locale.ROOT, "%.2f", ours / peers) : "–",
        asked,
        met() ? "met" : "MISSED");
  }
}
