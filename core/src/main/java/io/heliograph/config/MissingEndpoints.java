package io.heliograph.config;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Exporters that are switched on and have nowhere to send to; one line each for all signals. */
final class MissingEndpoints {
  private record Exporter(String name, Setting<URI> key) {}

  private final Map<Exporter, List<Signal>> signals = new LinkedHashMap<>();

  void add(String exporter, Setting<URI> key, Signal signal) {
    signals.computeIfAbsent(new Exporter(exporter, key), any -> new ArrayList<>()).add(signal);
  }

  void report(Findings findings) {
    signals.forEach(
        (exporter, unsent) ->
            findings.notice(
                "The %s exporter sends no %s, because it has no endpoint: set %s (or %s)."
                    .formatted(
                        exporter.name(),
                        sentence(unsent),
                        exporter.key().key(),
                        exporter.key().otelName())));
  }

  /** Such as {@code traces, metrics and logs}. */
  private static String sentence(List<Signal> signals) {
    String all = signals.stream().map(Signal::toString).collect(Collectors.joining(", "));
    int last = all.lastIndexOf(", ");
    return last < 0 ? all : all.substring(0, last) + " and " + all.substring(last + 2);
  }
}
