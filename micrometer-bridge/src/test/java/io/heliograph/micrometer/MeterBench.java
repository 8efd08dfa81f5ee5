package io.heliograph.micrometer;

import io.heliograph.config.PropertySource;
import io.heliograph.config.Settings;
import io.heliograph.export.MetricData;
import io.heliograph.export.MetricPoint;
import io.heliograph.export.Resource;
import io.heliograph.internal.diagnostics.Faults;
import io.heliograph.internal.diagnostics.ThrottledLog;
import io.heliograph.internal.metrics.EngineMeterProvider;
import io.heliograph.internal.metrics.MetricsConfig;
import io.heliograph.internal.metrics.ReaderOptions;
import io.heliograph.pipeline.Clock;
import io.heliograph.pipeline.ExemplarFilter;
import io.heliograph.pipeline.TemporalityPreference;
import io.heliograph.pipeline.ViewMatching;
import io.micrometer.core.instrument.MockClock;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.propagation.ContextPropagators;
import java.util.List;
import java.util.Map;

/** A registry over the metrics engine, which is collected when a test asks. */
final class MeterBench implements OpenTelemetry, AutoCloseable {

  private static final String LOGGER = "test";

  final EngineMeterProvider provider;
  final CapturedLog log = new CapturedLog(LOGGER);
  final MockClock clock = new MockClock();
  final HeliographMeterRegistry registry;

  /** Settings as keys and values by turns. */
  MeterBench(String... properties) {
    ThrottledLog throttled = new ThrottledLog(System.getLogger(LOGGER), Clock.system());
    provider =
        new EngineMeterProvider(
            new MetricsConfig(
                Resource.empty(),
                List.of(),
                ViewMatching.INDEPENDENT,
                ExemplarFilter.TRACE_BASED,
                List.of(ReaderOptions.of(TemporalityPreference.CUMULATIVE)),
                MetricsConfig.CALLBACK_TIMEOUT,
                Clock.system(),
                new Faults(throttled),
                throttled));
    registry = new HeliographMeterRegistry(this, settings(properties), clock);
  }

  static Settings settings(String... properties) {
    Map<String, String> map = new java.util.HashMap<>();
    for (int i = 0; i < properties.length; i += 2) {
      map.put(properties[i], properties[i + 1]);
    }
    return Settings.load(PropertySource.of(map, "test"), Map.of());
  }

  List<MetricData> collect() {
    return provider.collectors().get(0).collect(false);
  }

  List<String> names() {
    return collect().stream().map(MetricData::name).toList();
  }

  MetricData metric(String name) {
    List<MetricData> found =
        collect().stream().filter(metric -> metric.name().equals(name)).toList();
    if (found.size() != 1) {
      throw new AssertionError("not one " + name + " in " + names());
    }
    return found.get(0);
  }

  /** The one point of the metric of that name. */
  <P extends MetricPoint> P point(String name, Class<P> type) {
    List<? extends MetricPoint> points = metric(name).points();
    if (points.size() != 1) {
      throw new AssertionError("not one point of " + name + ": " + points.size());
    }
    return type.cast(points.get(0));
  }

  @Override
  public MeterProvider getMeterProvider() {
    return provider;
  }

  @Override
  public TracerProvider getTracerProvider() {
    return TracerProvider.noop();
  }

  @Override
  public ContextPropagators getPropagators() {
    return ContextPropagators.noop();
  }

  @Override
  public void close() {
    registry.close();
    provider.close();
    log.close();
  }
}
