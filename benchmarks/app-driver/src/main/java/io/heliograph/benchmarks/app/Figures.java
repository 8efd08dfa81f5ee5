package io.heliograph.benchmarks.app;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** All that was measured of one variant. Not thread-safe. */
final class Figures {

  private final Variant variant;
  private final Jars jars;
  private final List<Start> starts = new ArrayList<>();
  private final Map<Scenario, List<Round>> rounds = new EnumMap<>(Scenario.class);
  private final Map<Scenario, Sent> sent = new EnumMap<>(Scenario.class);
  private final Map<Scenario, Saturation> saturations = new EnumMap<>(Scenario.class);
  private final Map<Scenario, Long> requests = new EnumMap<>(Scenario.class);
  private long residentKilobytes;

  Figures(Variant variant, Jars jars) {
    this.variant = variant;
    this.jars = jars;
  }

  void add(Start start) {
    starts.add(start);
  }

  void add(Scenario scenario, Round round) {
    rounds.computeIfAbsent(scenario, key -> new ArrayList<>()).add(round);
  }

  /** What the rounds of a scenario in one fork sent, and in how many requests. */
  void sent(Scenario scenario, Sent got, long inRequests) {
    sent.merge(scenario, got, Sent::plus);
    requests.merge(scenario, inRequests, Long::sum);
  }

  void saturated(Scenario scenario, Saturation saturation) {
    saturations.put(scenario, saturation);
  }

  void resident(long kilobytes) {
    residentKilobytes = kilobytes;
  }

  Variant variant() {
    return variant;
  }

  Jars jars() {
    return jars;
  }

  List<Start> starts() {
    return starts;
  }

  double medianStart(ToDoubleFunction<Start> figure) {
    return Median.of(starts.stream().mapToDouble(figure));
  }

  double median(Scenario scenario, ToDoubleFunction<Round> figure) {
    return Median.of(rounds(scenario).stream().mapToDouble(figure));
  }

  List<Round> rounds(Scenario scenario) {
    return rounds.getOrDefault(scenario, List.of());
  }

  Sent sent(Scenario scenario) {
    return sent.getOrDefault(scenario, Sent.NOTHING);
  }

  Saturation saturation(Scenario scenario) {
    return saturations.getOrDefault(scenario, new Saturation(0, 0, 0));
  }

  double perRequest(Scenario scenario, long count) {
    long all = requests.getOrDefault(scenario, 0L);
    return all == 0 ? 0 : (double) count / all;
  }

  double residentMegabytes() {
    return residentKilobytes / 1024.0;
  }
}
