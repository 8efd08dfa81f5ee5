package io.heliograph.internal.scrape;

import io.heliograph.export.MetricType;
import java.util.Map;

/** Units as Prometheus spells them: {@code By/s} is {@code bytes_per_second}. */
final class UnitWords {

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("d", "days"),
          Map.entry("h", "hours"),
          Map.entry("min", "minutes"),
          Map.entry("s", "seconds"),
          Map.entry("ms", "milliseconds"),
          Map.entry("us", "microseconds"),
          Map.entry("ns", "nanoseconds"),
          Map.entry("By", "bytes"),
          Map.entry("KiBy", "kibibytes"),
          Map.entry("MiBy", "mebibytes"),
          Map.entry("GiBy", "gibibytes"),
          Map.entry("TiBy", "tebibytes"),
          Map.entry("kBy", "kilobytes"),
          Map.entry("MBy", "megabytes"),
          Map.entry("GBy", "gigabytes"),
          Map.entry("TBy", "terabytes"),
          Map.entry("m", "meters"),
          Map.entry("V", "volts"),
          Map.entry("A", "amperes"),
          Map.entry("J", "joules"),
          Map.entry("W", "watts"),
          Map.entry("g", "grams"),
          Map.entry("Cel", "celsius"),
          Map.entry("Hz", "hertz"),
          Map.entry("%", "percent"));

  private static final Map<String, String> RATES =
      Map.of(
          "d", "day",
          "h", "hour",
          "min", "minute",
          "s", "second",
          "ms", "millisecond",
          "us", "microsecond",
          "ns", "nanosecond");

  private UnitWords() {}

  /** Empty if a name needs no unit, as that of a count. */
  static String of(String unit, MetricType type) {
    String bare = withoutAnnotations(unit).strip();
    if (bare.equals("1")) {
      return type == MetricType.GAUGE ? "ratio" : "";
    }
    int slash = bare.indexOf('/');
    if (slash < 0) {
      return word(WORDS, bare);
    }
    String rate = word(RATES, bare.substring(slash + 1));
    String counted = word(WORDS, bare.substring(0, slash));
    return rate.isEmpty() ? counted : (counted.isEmpty() ? "" : counted + "_") + "per_" + rate;
  }

  private static String word(Map<String, String> words, String unit) {
    String word = words.get(unit);
    return word != null ? word : Names.trimmed(Names.label(unit));
  }

  /** {@code {request}} says what is counted and is no unit. */
  private static String withoutAnnotations(String unit) {
    StringBuilder bare = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < unit.length(); i++) {
      char c = unit.charAt(i);
      depth += c == '{' ? 1 : 0;
      if (depth == 0) {
        bare.append(c);
      }
      depth -= c == '}' && depth > 0 ? 1 : 0;
    }
    return bare.toString();
  }
}
