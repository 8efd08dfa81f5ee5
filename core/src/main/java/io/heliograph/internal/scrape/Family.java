package io.heliograph.internal.scrape;

import io.heliograph.export.MetricData;
import java.util.ArrayList;
import java.util.List;

/**
 * What is exposed under one name: the same metric of all scopes that have it.
 *
 * @param name with the unit's word, without the suffixes of its samples
 * @param unit a word, which the name ends with; empty if there is none
 */
record Family(String name, Kind kind, String unit, String help, List<MetricData> metrics) {

  /** The suffix that the samples of a counter have. */
  static final String TOTAL = "_total";

  /** What Prometheus calls it. */
  enum Kind {
    GAUGE,
    COUNTER,
    HISTOGRAM,
    INFO;

    /** What the names of samples end with; nothing if a sample has the family's name. */
    List<String> suffixes() {
      return switch (this) {
        case GAUGE -> List.of();
        case COUNTER -> List.of(TOTAL);
        case HISTOGRAM -> List.of("_bucket", "_sum", "_count");
        case INFO -> List.of("_info");
      };
    }
  }

  /** A family that has this metric only, so far. */
  static Family of(MetricData metric) {
    Kind kind = kind(metric);
    String name = Names.metric(metric.name());
    String bare = kind == Kind.COUNTER ? without(name, TOTAL) : name;
    String unit = UnitWords.of(metric.unit(), metric.type());
    boolean named = unit.isEmpty() || bare.equals(unit) || bare.endsWith("_" + unit);
    String full = named ? bare : without(bare, "_") + "_" + unit;
    List<MetricData> metrics = new ArrayList<>(List.of(metric));
    return new Family(full, kind, unit, metric.description(), metrics);
  }

  private static Kind kind(MetricData metric) {
    return switch (metric.type()) {
      case GAUGE -> Kind.GAUGE;
      case SUM -> metric.monotonic() ? Kind.COUNTER : Kind.GAUGE;
      case HISTOGRAM -> Kind.HISTOGRAM;
      case EXPONENTIAL_HISTOGRAM -> throw new IllegalArgumentException(metric.name());
    };
  }

  private static String without(String name, String suffix) {
    boolean shorten = name.endsWith(suffix) && name.length() > suffix.length();
    return shorten ? name.substring(0, name.length() - suffix.length()) : name;
  }

  /** Every name that no other family may have, in either format. */
  List<String> claims() {
    List<String> claims = new ArrayList<>(List.of(name));
    kind.suffixes().forEach(suffix -> claims.add(name + suffix));
    return claims;
  }
}
