package io.heliograph.internal.scrape;

import io.heliograph.internal.diagnostics.ThrottledLog;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Says once for each metric what of it is not exposed as it was recorded. Thread-safe. */
final class ScrapeLog {

  /** Names may come from outside: what is remembered is bounded. */
  private static final int MAX_NAMES = 1000;

  private final ThrottledLog log;
  private final Set<String> said = ConcurrentHashMap.newKeySet();

  ScrapeLog(ThrottledLog log) {
    this.log = log;
  }

  void warn(String metric, String what) {
    String line = "Heliograph: scrape: metric " + metric + " " + what;
    if (said.size() < MAX_NAMES && said.add(line)) {
      log.warn(line, () -> line, null);
    }
  }
}
