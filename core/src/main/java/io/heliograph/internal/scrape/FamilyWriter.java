package io.heliograph.internal.scrape;

import io.heliograph.export.Exemplar;
import io.heliograph.export.HistogramPoint;
import io.heliograph.export.MetricData;
import io.heliograph.export.MetricPoint;
import io.heliograph.export.NumberPoint;
import io.heliograph.internal.scrape.Family.Kind;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.DoublePredicate;

/** Writes one family: its metadata, then a line for each sample. */
final class FamilyWriter {

  private final TextFormat format;
  private final Family family;
  private final StringBuilder out;
  private final ScrapeLog log;
  private final Set<String> series = new HashSet<>();

  FamilyWriter(TextFormat format, Family family, StringBuilder out, ScrapeLog log) {
    this.format = format;
    this.family = family;
    this.out = out;
    this.log = log;
  }

  void write(boolean scopeLabels) {
    metadata();
    for (MetricData metric : family.metrics()) {
      LabelSet scope = scopeLabels ? ScopeLabels.of(metric.instrumentationScope()) : new LabelSet();
      metric.points().forEach(point -> point(point, scope));
    }
  }

  /** Writes the one sample of an info family. */
  void writeInfo(LabelSet labels) {
    metadata();
    sample("_info", labels.text());
    out.append("1\n");
  }

  private void metadata() {
    metadata("TYPE", typeName());
    if (openMetrics() && !family.unit().isEmpty()) {
      metadata("UNIT", family.unit());
    }
    if (!family.help().isEmpty()) {
      StringBuilder help = new StringBuilder();
      if (openMetrics()) {
        Escapes.quoted(family.help(), help);
      } else {
        Escapes.unquoted(family.help(), help);
      }
      metadata("HELP", help);
    }
  }

  private void metadata(String what, CharSequence value) {
    out.append("# ").append(what).append(' ').append(familyName());
    out.append(' ').append(value).append('\n');
  }

  /** Prometheus' own format names a family after its samples where those have one name. */
  private String familyName() {
    return switch (family.kind()) {
      case COUNTER -> openMetrics() ? family.name() : family.name() + Family.TOTAL;
      case INFO -> openMetrics() ? family.name() : family.name() + "_info";
      case GAUGE, HISTOGRAM -> family.name();
    };
  }

  private String typeName() {
    boolean unknown = family.kind() == Kind.INFO && !openMetrics();
    return (unknown ? Kind.GAUGE : family.kind()).name().toLowerCase(Locale.ROOT);
  }

  private boolean openMetrics() {
    return format == TextFormat.OPEN_METRICS;
  }

  private void point(MetricPoint point, LabelSet scope) {
    String labels = new LabelSet().addAll(scope).addAll(point.attributes()).text();
    if (!series.add(labels)) {
      log.warn(family.name(), "has attributes that become the same labels; the first is exposed");
    } else if (point instanceof HistogramPoint histogram) {
      histogram(histogram, labels);
    } else if (point instanceof NumberPoint number) {
      number(number, labels);
    }
  }

  private void number(NumberPoint point, String labels) {
    boolean counter = family.kind() == Kind.COUNTER;
    sample(counter ? Family.TOTAL : "", labels);
    out.append(
        point.isLong() ? Long.toString(point.longValue()) : Numbers.text(point.doubleValue()));
    if (counter) {
      exemplar(point, value -> true);
    }
    out.append('\n');
  }

  private void histogram(HistogramPoint point, String labels) {
    long cumulative = 0;
    String separator = labels.isEmpty() ? "" : ",";
    for (int i = 0; i < point.buckets(); i++) {
      double lower = i == 0 ? Double.NEGATIVE_INFINITY : point.boundary(i - 1);
      double upper = i == point.buckets() - 1 ? Double.POSITIVE_INFINITY : point.boundary(i);
      cumulative += point.bucketCount(i);
      String le = Numbers.canonical(upper);
      sample("_bucket", labels + separator + "le=\"" + le + "\"");
      out.append(cumulative);
      exemplar(point, value -> value > lower && value <= upper);
      out.append('\n');
    }
    if (hasSum(point)) {
      sample("_sum", labels);
      out.append(Numbers.text(point.sum())).append('\n');
      sample("_count", labels);
      out.append(cumulative).append('\n');
    }
  }

  /** In OpenMetrics a sum only grows, and without a sum there is no count. */
  private boolean hasSum(HistogramPoint point) {
    boolean negative = point.buckets() > 1 && point.boundary(0) < 0;
    return !openMetrics() || !(negative || Double.isNaN(point.sum()));
  }

  private void exemplar(MetricPoint point, DoublePredicate fits) {
    if (openMetrics()) {
      Exemplar latest = ExemplarText.latest(point.exemplars(), fits);
      if (latest != null) {
        ExemplarText.append(latest, out);
      }
    }
  }

  private void sample(String suffix, String labels) {
    out.append(family.name()).append(suffix);
    if (!labels.isEmpty()) {
      out.append('{').append(labels).append('}');
    }
    out.append(' ');
  }
}
