package io.heliograph.internal.scrape;

import io.heliograph.export.MetricData;
import io.heliograph.export.Resource;
import io.heliograph.export.Scrape;
import io.heliograph.internal.diagnostics.ThrottledLog;
import io.heliograph.internal.scrape.Family.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers scrapes: collects, translates and writes. Thread-safe.
 *
 * @see <a
 *     href="https://opentelemetry.io/docs/specs/otel/compatibility/prometheus_and_openmetrics/">Prometheus
 *     and OpenMetrics compatibility</a>
 */
public final class Scraper {

  private final Resource resource;
  private final Supplier<List<MetricData>> collection;
  private final boolean scopeLabels;
  private final ScrapeLog log;

  /**
   * @param collection all metrics with cumulative counts, collected when asked
   * @param scopeLabels whether samples say which library they come from
   */
  public Scraper(
      Resource resource,
      Supplier<List<MetricData>> collection,
      boolean scopeLabels,
      ThrottledLog log) {
    this.resource = resource;
    this.collection = collection;
    this.scopeLabels = scopeLabels;
    this.log = new ScrapeLog(log);
  }

  /**
   * Collects everything now.
   *
   * @param accept the request's header, null if it has none
   */
  public Scrape scrape(@Nullable String accept) {
    TextFormat format = Negotiation.of(accept);
    StringBuilder out = new StringBuilder();
    Family target = new Family("target", Kind.INFO, "", "Target metadata", new ArrayList<>());
    for (Family family : Families.of(collection.get(), target, log)) {
      FamilyWriter writer = new FamilyWriter(format, family, out, log);
      if (family.kind() == Kind.INFO) {
        writeTarget(writer);
      } else {
        writer.write(scopeLabels);
      }
    }
    if (format == TextFormat.OPEN_METRICS) {
      out.append("# EOF\n");
    }
    return new Scrape(format.contentType(), out.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void writeTarget(FamilyWriter writer) {
    if (!resource.attributes().isEmpty()) {
      writer.writeInfo(new LabelSet().addAll(resource.attributes()));
    }
  }
}
