package io.heliograph.internal.metrics;

import io.heliograph.FakeClock;
import io.heliograph.export.MetricData;
import io.heliograph.export.MetricPoint;
import io.heliograph.export.Resource;
import io.heliograph.internal.diagnostics.Faults;
import io.heliograph.internal.diagnostics.ListLogger;
import io.heliograph.internal.diagnostics.ThrottledLog;
import io.heliograph.pipeline.ExemplarFilter;
import io.heliograph.pipeline.TemporalityPreference;
import io.heliograph.pipeline.View;
import io.heliograph.pipeline.ViewMatching;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A metrics engine that a test can look at. */
final class Metrics implements AutoCloseable {

  static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";
  static final String SPAN_ID = "b7ad6b7169203331";
  static final AttributeKey<String> ROUTE = AttributeKey.stringKey("route");
  static final AttributeKey<String> USER = AttributeKey.stringKey("user");

  final FakeClock clock = new FakeClock();
  final List<String> lines = new CopyOnWriteArrayList<>();
  final Faults faults;
  final ThrottledLog log;
  final EngineMeterProvider provider;
  final Meter meter;

  private Metrics(Setup setup) {
    log = new ThrottledLog(new ListLogger(lines), clock);
    faults = new Faults(log);
    provider =
        new EngineMeterProvider(
            new MetricsConfig(
                new Resource(
                    Attributes.of(AttributeKey.stringKey("service.name"), "shop"),
                    "https://resource"),
                setup.views,
                setup.matching,
                setup.filter,
                setup.readers,
                setup.callbackTimeout,
                clock,
                faults,
                log));
    meter = provider.get("test");
  }

  static Metrics cumulative() {
    return new Setup().start();
  }

  static Metrics delta() {
    return new Setup().reader(TemporalityPreference.DELTA).start();
  }

  static Metrics views(View... views) {
    return new Setup().views(views).start();
  }

  static Setup with() {
    return new Setup();
  }

  /** What is different from the defaults. */
  static final class Setup {
    private List<View> views = List.of();
    private ViewMatching matching = ViewMatching.INDEPENDENT;
    private ExemplarFilter filter = ExemplarFilter.TRACE_BASED;
    private final List<ReaderOptions> readers = new ArrayList<>();
    private Duration callbackTimeout = Duration.ofSeconds(20);

    Setup views(View... views) {
      this.views = List.of(views);
      return this;
    }

    Setup matching(ViewMatching matching) {
      this.matching = matching;
      return this;
    }

    Setup filter(ExemplarFilter filter) {
      this.filter = filter;
      return this;
    }

    Setup reader(TemporalityPreference temporality) {
      return reader(ReaderOptions.of(temporality));
    }

    Setup reader(ReaderOptions reader) {
      readers.add(reader);
      return this;
    }

    Setup callbackTimeout(Duration callbackTimeout) {
      this.callbackTimeout = callbackTimeout;
      return this;
    }

    Metrics start() {
      if (readers.isEmpty()) {
        readers.add(ReaderOptions.of(TemporalityPreference.CUMULATIVE));
      }
      return new Metrics(this);
    }
  }

  List<MetricData> collect() {
    return collect(0);
  }

  List<MetricData> collect(int reader) {
    return provider.collectors().get(reader).collect(false);
  }

  /** The one metric that there is. */
  MetricData only() {
    List<MetricData> collected = collect();
    if (collected.size() != 1) {
      throw new AssertionError("expected one metric, got " + collected);
    }
    return collected.get(0);
  }

  /** The one point of the one metric. */
  <P extends MetricPoint> P point(Class<P> type) {
    return point(only(), type);
  }

  static <P extends MetricPoint> P point(MetricData metric, Class<P> type) {
    if (metric.points().size() != 1) {
      throw new AssertionError("expected one point, got " + metric.points());
    }
    return type.cast(metric.points().get(0));
  }

  static Attributes route(String route) {
    return Attributes.of(ROUTE, route);
  }

  /** A context inside a span. */
  static Context span(boolean sampled) {
    TraceFlags flags = sampled ? TraceFlags.getSampled() : TraceFlags.getDefault();
    return Context.root()
        .with(Span.wrap(SpanContext.create(TRACE_ID, SPAN_ID, flags, TraceState.getDefault())));
  }

  @Override
  public void close() {
    provider.close();
  }
}
