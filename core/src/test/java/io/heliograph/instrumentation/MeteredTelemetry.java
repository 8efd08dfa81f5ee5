package io.heliograph.instrumentation;

import io.heliograph.export.MetricData;
import io.heliograph.export.MetricPoint;
import io.heliograph.export.Resource;
import io.heliograph.internal.diagnostics.Faults;
import io.heliograph.internal.diagnostics.ListLogger;
import io.heliograph.internal.diagnostics.ThrottledLog;
import io.heliograph.internal.metrics.EngineMeterProvider;
import io.heliograph.internal.metrics.MetricsConfig;
import io.heliograph.internal.metrics.ReaderOptions;
import io.heliograph.pipeline.Clock;
import io.heliograph.pipeline.ExemplarFilter;
import io.heliograph.pipeline.TemporalityPreference;
import io.heliograph.pipeline.ViewMatching;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.propagation.ContextPropagators;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The metrics engine alone, read by a test. */
final class MeteredTelemetry implements OpenTelemetry, AutoCloseable {

  final List<String> lines = new CopyOnWriteArrayList<>();
  private final EngineMeterProvider provider;

  MeteredTelemetry() {
    ThrottledLog log = new ThrottledLog(new ListLogger(lines), Clock.system());
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
                new Faults(log),
                log));
  }

  /** All metrics by name. */
  Map<String, MetricData> collect() {
    Map<String, MetricData> byName = new TreeMap<>();
    provider.collectors().get(0).collect(false).forEach(data -> byName.put(data.name(), data));
    return byName;
  }

  List<? extends MetricPoint> points(String metric) {
    MetricData found = collect().get(metric);
    return found == null ? List.of() : found.points();
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
    provider.close();
  }
}
