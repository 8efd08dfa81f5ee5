package io.heliograph;

import io.heliograph.config.EffectiveSetting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Says diagnostics in maps, lists, texts and numbers, which look the same in every JSON. */
final class DiagnosticsMap {

  private DiagnosticsMap() {}

  static Map<String, Object> of(Diagnostics diagnostics) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("engine", diagnostics.engine());
    map.put("problems", diagnostics.health().problems());
    map.put(
        "destinations",
        diagnostics.destinations().stream().map(DiagnosticsMap::destination).toList());
    map.put("instrumented", diagnostics.coverage().instrumented());
    map.put("notInstrumented", diagnostics.coverage().notInstrumented());
    map.put("owners", diagnostics.coverage().owners());
    map.put("faults", diagnostics.faults());
    map.put("settings", settings(diagnostics.settings()));
    return map;
  }

  static Map<String, Object> destination(DestinationDiagnostics destination) {
    DestinationStatus ledger = destination.ledger();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("signal", ledger.signal().toString());
    map.put("name", ledger.name());
    map.put("type", destination.type());
    map.put("target", destination.target());
    map.put("healthy", destination.health().isHealthy());
    map.put("offered", ledger.offered());
    map.put("delivered", ledger.delivered());
    map.put("buffered", ledger.buffered());
    map.put("dropped", dropped(ledger));
    map.put("possibleDuplicates", destination.possibleDuplicates());
    map.put("queue", queue(destination.queue()));
    putTimes(destination, map);
    return map;
  }

  private static Map<String, Long> dropped(DestinationStatus ledger) {
    Map<String, Long> dropped = new TreeMap<>();
    ledger
        .dropped()
        .forEach((reason, count) -> dropped.put(reason.name().toLowerCase(Locale.ROOT), count));
    return dropped;
  }

  private static Map<String, Long> queue(DestinationDiagnostics.Queue queue) {
    Map<String, Long> map = new LinkedHashMap<>();
    map.put("items", (long) queue.items());
    map.put("inFlight", (long) queue.inFlight());
    map.put("bytes", queue.bytes());
    map.put("capacityItems", (long) queue.capacityItems());
    map.put("capacityBytes", queue.capacityBytes());
    return map;
  }

  /** What never happened is left out. */
  private static void putTimes(DestinationDiagnostics destination, Map<String, Object> map) {
    if (destination.lastSuccess() != null) {
      map.put("lastSuccess", destination.lastSuccess().toString());
    }
    DestinationDiagnostics.Failure failure = destination.lastFailure();
    if (failure != null) {
      map.put("lastFailure", failure.time().toString());
      map.put("lastError", failure.text());
    }
  }

  private static Map<String, Object> settings(List<EffectiveSetting> settings) {
    Map<String, Object> map = new LinkedHashMap<>();
    settings.forEach(
        setting -> {
          Map<String, String> shown = new LinkedHashMap<>();
          shown.put("value", setting.value());
          shown.put("origin", setting.origin());
          map.put(setting.key(), shown);
        });
    return map;
  }
}
