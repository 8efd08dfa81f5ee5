package io.heliograph.internal.scrape;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.heliograph.FakeClock;
import io.heliograph.export.MetricData;
import io.heliograph.export.Resource;
import io.heliograph.internal.diagnostics.Faults;
import io.heliograph.internal.diagnostics.ListLogger;
import io.heliograph.internal.diagnostics.ThrottledLog;
import io.heliograph.internal.metrics.EngineMeterProvider;
import io.heliograph.internal.metrics.MetricsConfig;
import io.heliograph.internal.metrics.ReaderOptions;
import io.heliograph.pipeline.ExemplarFilter;
import io.heliograph.pipeline.MetricFilter;
import io.heliograph.pipeline.MetricProducer;
import io.heliograph.pipeline.TemporalityPreference;
import io.heliograph.pipeline.View;
import io.heliograph.pipeline.ViewMatching;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A metrics engine that is scraped and looked at. */
final class Scraped implements AutoCloseable {

  static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0";
  static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";
  static final String SPAN_ID = "b7ad6b7169203331";

  final FakeClock clock = new FakeClock();
  final List<String> lines = new CopyOnWriteArrayList<>();
  final List<MetricData> produced = new ArrayList<>();
  final EngineMeterProvider provider;
  final Meter meter;
  private final ThrottledLog log = new ThrottledLog(new ListLogger(lines), clock);
  private final Resource resource;

  Scraped(View... views) {
    this(Resource.empty(), TemporalityPreference.CUMULATIVE, views);
  }

  Scraped(Resource resource) {
    this(resource, TemporalityPreference.CUMULATIVE);
  }

  /** One that counts from collection to collection, as a producer may do. */
  static Scraped delta() {
    return new Scraped(Resource.empty(), TemporalityPreference.DELTA);
  }

  private Scraped(Resource resource, TemporalityPreference temporality, View... views) {
    this.resource = resource;
    MetricProducer producer = filter -> produced;
    ReaderOptions defaults = ReaderOptions.of(temporality);
    ReaderOptions reader =
        new ReaderOptions(
            defaults.temporality(),
            defaults.aggregation(),
            ReaderOptions.CARDINALITY_LIMIT,
            List.of(producer),
            MetricFilter.all());
    provider =
        new EngineMeterProvider(
            new MetricsConfig(
                resource,
                List.of(views),
                ViewMatching.INDEPENDENT,
                ExemplarFilter.TRACE_BASED,
                List.of(reader),
                MetricsConfig.CALLBACK_TIMEOUT,
                clock,
                new Faults(log),
                log));
    meter = provider.get("test");
  }

  /** A scraper over what is recorded here. */
  Scraper scraper(boolean scopeLabels) {
    return new Scraper(resource, this::collect, scopeLabels, log);
  }

  List<MetricData> collect() {
    return provider.collectors().get(0).collect(false);
  }

  String text() {
    return body(scraper(false), null);
  }

  String openMetrics() {
    return body(scraper(false), OPEN_METRICS);
  }

  String withScopes() {
    return body(scraper(true), null);
  }

  static String body(Scraper scraper, String accept) {
    return new String(scraper.scrape(accept).body(), UTF_8);
  }

  static Context sampledSpan() {
    return Context.root()
        .with(
            Span.wrap(
                SpanContext.create(
                    TRACE_ID, SPAN_ID, TraceFlags.getSampled(), TraceState.getDefault())));
  }

  static Attributes attributes(String key, String value) {
    return Attributes.builder().put(key, value).build();
  }

  @Override
  public void close() {
    provider.close();
  }
}
