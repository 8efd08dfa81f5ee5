package io.heliograph.internal.scrape;

import io.heliograph.export.MetricData;
import io.heliograph.export.MetricType;
import io.heliograph.export.Temporality;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups metrics into families, of which no two claim the same name: in a conflict the first one
 * stays.
 */
final class Families {

  private final ScrapeLog log;
  private final Map<String, Family> families = new LinkedHashMap<>();
  private final Map<String, Family> claimed;

  private Families(ScrapeLog log, Map<String, Family> claimed) {
    this.log = log;
    this.claimed = claimed;
  }

  /** The families of all metrics that can be exposed, in the order of their first metric. */
  static Collection<Family> of(List<MetricData> metrics, Family first, ScrapeLog log) {
    Families families = new Families(log, new LinkedHashMap<>());
    families.addNew(first);
    metrics.stream().filter(families::isExposable).forEach(families::add);
    return families.families.values();
  }

  private boolean isExposable(MetricData metric) {
    if (metric.type() == MetricType.EXPONENTIAL_HISTOGRAM) {
      log.warn(
          metric.name(),
          "is left out, because the text formats have no exponential histograms: choose explicit"
              + " buckets in its view");
      return false;
    }
    boolean delta = metric.type() != MetricType.GAUGE && metric.temporality() == Temporality.DELTA;
    if (delta) {
      log.warn(metric.name(), "is left out, because its producer counts in deltas");
    }
    return !delta;
  }

  private void add(MetricData metric) {
    Family family = Family.of(metric);
    Family known = families.get(family.name());
    if (known != null && known.kind() == family.kind()) {
      join(known, family);
    } else if (family.claims().stream().noneMatch(claimed::containsKey)) {
      addNew(family);
    } else {
      log.warn(
          metric.name(),
          "is left out, because another one of type %s has the name %s"
              .formatted(other(family).kind(), other(family).name()));
    }
  }

  private void addNew(Family family) {
    families.put(family.name(), family);
    family.claims().forEach(name -> claimed.put(name, family));
  }

  /** The description and the unit of the first one stand for all. */
  private void join(Family known, Family family) {
    if (!known.help().equals(family.help()) || !known.unit().equals(family.unit())) {
      log.warn(known.name(), "has more than one description or unit; the first is the one exposed");
    }
    known.metrics().addAll(family.metrics());
  }

  private Family other(Family family) {
    return family.claims().stream()
        .filter(claimed::containsKey)
        .findFirst()
        .map(claimed::get)
        .orElseThrow();
  }
}
