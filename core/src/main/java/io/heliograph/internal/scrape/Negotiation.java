package io.heliograph.internal.scrape;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Chooses a format by what a client accepts. OpenMetrics is given only to those who name it, since
 * a wildcard usually comes from a browser.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/content_negotiation/">Content
 *     negotiation</a>
 */
final class Negotiation {

  private static final double UNNAMED = 0;

  private Negotiation() {}

  static TextFormat of(@Nullable String accept) {
    if (accept == null) {
      return TextFormat.PROMETHEUS;
    }
    double openMetrics = UNNAMED;
    double prometheus = UNNAMED;
    for (String range : accept.toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] parts = range.split(";", -1);
      switch (parts[0].trim()) {
        case "application/openmetrics-text" ->
            openMetrics = Math.max(openMetrics, quality(parts, "1.0.0"));
        case "text/plain", "text/*", "*/*" ->
            prometheus = Math.max(prometheus, quality(parts, "0.0.4"));
        default -> {
          // A format that is not written here.
        }
      }
    }
    return openMetrics > UNNAMED && openMetrics >= prometheus
        ? TextFormat.OPEN_METRICS
        : TextFormat.PROMETHEUS;
  }

  /** How much a range is wanted; nothing if it is of another version. */
  private static double quality(String[] parts, String version) {
    double quality = 1;
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].replace(" ", "").replace("\"", "");
      if (parameter.startsWith("version=") && !parameter.equals("version=" + version)) {
        return UNNAMED;
      }
      if (parameter.startsWith("q=")) {
        quality = number(parameter.substring(2));
      }
    }
    return quality;
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException malformed) {
      return UNNAMED;
    }
  }
}
