package io.heliograph.benchmarks.app;

import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** All figures as Markdown. */
final class Report {

  private final List<Figures> all;
  private final Overheads overheads;
  private final Formatter out = new Formatter(Locale.ROOT);

  private Report(List<Figures> all) {
    this.all = all;
    this.overheads = new Overheads(all);
  }

  static String of(List<Figures> all) {
    Report report = new Report(all);
    for (Scenario scenario : Scenario.values()) {
      report.appendRequests(scenario);
    }
    report.appendProcesses();
    report.appendSent();
    report.appendSaturation();
    report.appendVerdicts();
    return report.out.toString();
  }

  private void appendRequests(Scenario scenario) {
    head(
        "A request of " + scenario.title(),
        "| | CPU µs | over none | of official | over none in the server's threads | in others | bytes | over none | of official | p50 ms | p99 ms |");
    for (Figures of : all) {
      out.format(
          "| %s | %.1f | %s | %s | %s | %s | %.0f | %s | %s | %.2f | %.2f |%n",
          of.variant().title(),
          of.median(scenario, Round::cpuMicros),
          signed(overheads.perRequest(of.variant(), scenario, Round::cpuMicros)),
          ratio(
              overheads.perRequest(of.variant(), scenario, Round::cpuMicros),
              overheads.perRequest(Variant.OFFICIAL, scenario, Round::cpuMicros)),
          signed(overheads.perRequest(of.variant(), scenario, Round::requestMicros)),
          signed(overheads.perRequest(of.variant(), scenario, Round::otherMicros)),
          of.median(scenario, Round::bytes),
          signed(overheads.perRequest(of.variant(), scenario, Round::bytes)),
          ratio(
              overheads.perRequest(of.variant(), scenario, Round::bytes),
              overheads.perRequest(Variant.OFFICIAL, scenario, Round::bytes)),
          of.median(scenario, Round::p50Millis),
          of.median(scenario, Round::p99Millis));
    }
  }

  private void appendProcesses() {
    head(
        "The process",
        "| | start CPU ms | over none | of official | first answer ms | resident MB | jars | MB |");
    for (Figures of : all) {
      Optional<Double> start = overheads.startCpuMillis(of.variant());
      out.format(
          "| %s | %.0f | %s | %s | %.0f | %.0f | %d | %.1f |%n",
          of.variant().title(),
          of.medianStart(Start::cpuMicros) / 1000,
          signed(start),
          ratio(start, overheads.startCpuMillis(Variant.OFFICIAL)),
          of.medianStart(Start::millis),
          of.residentMegabytes(),
          of.jars().count(),
          of.jars().megabytes());
    }
  }

  private void appendSent() {
    head(
        "What arrived",
        "| | request | spans | attributes of each | log records | attributes of each | span names, each per request (attributes) | metrics | series |");
    for (Figures of : all) {
      for (Scenario scenario : Scenario.values()) {
        Sent sent = of.sent(scenario);
        out.format(
            "| %s | %s | %.3f | %.1f | %.3f | %.1f | %s | %d | %d |%n",
            of.variant().title(),
            scenario.title(),
            of.perRequest(scenario, sent.spanCount()),
            sent.allSpans().attributesOfEach(),
            of.perRequest(scenario, sent.logRecords().count()),
            sent.logRecords().attributesOfEach(),
            names(of, scenario, sent.spans()),
            sent.metricNames().size(),
            sent.seriesCount());
      }
    }
    for (Figures of : all) {
      out.format(
          "%nMetrics of %s: %s%n",
          of.variant().title(), String.join(", ", of.sent(Scenario.ORDER).metricNames()));
    }
  }

  private static String names(Figures of, Scenario scenario, Map<String, Tally> spans) {
    return spans.entrySet().stream()
        .map(
            entry ->
                String.format(
                    Locale.ROOT,
                    "%s %.2f (%.1f)",
                    entry.getKey(),
                    of.perRequest(scenario, entry.getValue().count()),
                    entry.getValue().attributesOfEach()))
        .collect(Collectors.joining(", "));
  }

  private void appendSaturation() {
    head("When saturated", "| | request | requests/s | CPU µs | spans per request |");
    for (Figures of : all) {
      for (Scenario scenario : Scenario.values()) {
        Saturation saturation = of.saturation(scenario);
        out.format(
            "| %s | %s | %.0f | %.0f | %.3f |%n",
            of.variant().title(),
            scenario.title(),
            saturation.requestsPerSecond(),
            saturation.cpuMicros(),
            saturation.spansPerRequest());
      }
    }
  }

  private void appendVerdicts() {
    head("Overheads asked of Heliograph", "| | Heliograph | the peer | ratio | asked | verdict |");
    Verdict.of(overheads).forEach(verdict -> out.format("%s%n", verdict.row()));
  }

  private void head(String title, String columns) {
    out.format("%n### %s%n%n%s%n", title, columns);
    out.format("%s%n", columns.replaceAll("[^|]+", "---"));
  }

  private static String signed(Optional<Double> overhead) {
    return overhead.map(value -> String.format(Locale.ROOT, "%+.1f", value)).orElse("–");
  }

  private static String ratio(Optional<Double> ours, Optional<Double> official) {
    return ours.isPresent() && official.isPresent() && official.get() > 0
        ? String.format(Locale.ROOT, "%.2f", ours.get() / official.get())
        : "–";
  }
}
