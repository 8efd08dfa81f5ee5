package io.heliograph;

import io.heliograph.config.EngineSettings;
import io.heliograph.config.ExportSettings;
import io.heliograph.config.Settings;
import io.heliograph.config.Signal;
import io.heliograph.internal.diagnostics.ThrottledLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Says in one block of lines what an engine does, for the log of a start. */
final class StartUpSummary {

  private static final String INDENT = "\n  ";

  private StartUpSummary() {}

  /**
   * The block, without a line break at its end.
   *
   * @param notices what a user should know, from the settings
   */
  static String of(Diagnostics diagnostics, Settings settings, List<String> notices) {
    Map<String, String> engine = diagnostics.engine();
    List<String> lines = new ArrayList<>();
    lines.add(
        "Heliograph " + engine.get("version") + " for service '" + engine.get("service") + "'");
    if (settings.get(EngineSettings.SDK_DISABLED)) {
      lines.add("off, and only context is propagated: " + EngineSettings.SDK_DISABLED + " is true");
    } else {
      for (Signal signal : Signal.values()) {
        lines.add(signal + ": " + destinations(signal, diagnostics, settings));
      }
      lines.addAll(notices);
      lines.add("sampler: " + engine.get("sampler"));
      lines.add("metric interval: " + engine.get("metric interval"));
    }
    lines.add("propagators: " + engine.get("propagators"));
    addCoverage(diagnostics.coverage(), lines);
    lines.replaceAll(ThrottledLog::oneLine);
    return String.join(INDENT, lines);
  }

  private static String destinations(Signal signal, Diagnostics diagnostics, Settings settings) {
    List<String> all = new ArrayList<>();
    for (DestinationDiagnostics destination : diagnostics.destinations()) {
      if (destination.ledger().signal() == signal) {
        all.add(destination(destination));
      }
    }
    boolean scraped =
        settings.get(ExportSettings.METRICS_EXPORTER).contains(ExportSettings.PROMETHEUS);
    if (signal == Signal.METRICS && scraped) {
      all.add("prometheus, when it asks");
    }
    return all.isEmpty() ? "not exported" : String.join(", ", all);
  }

  private static String destination(DestinationDiagnostics destination) {
    String name = destination.ledger().name();
    String type = destination.type();
    String shown = type.startsWith(name) ? type : "'" + name + "' " + type;
    return shown + " to " + destination.target();
  }

  private static void addCoverage(Diagnostics.Coverage coverage, List<String> lines) {
    addItems("instrumented:", coverage.instrumented(), lines);
    addItems("not instrumented:", coverage.notInstrumented(), lines);
    Map<String, List<String>> kinds = new TreeMap<>();
    coverage
        .owners()
        .forEach((what, owner) -> kinds.computeIfAbsent(owner, o -> new ArrayList<>()).add(what));
    for (Map.Entry<String, List<String>> kind : kinds.entrySet()) {
      lines.add("recorded by " + kind.getKey() + ": " + String.join(", ", kind.getValue()));
    }
  }

  private static void addItems(String title, Map<String, String> items, List<String> lines) {
    if (!items.isEmpty()) {
      lines.add(title);
      for (Map.Entry<String, String> item : items.entrySet()) {
        lines.add("  " + item.getKey() + ": " + item.getValue());
      }
    }
  }
}
