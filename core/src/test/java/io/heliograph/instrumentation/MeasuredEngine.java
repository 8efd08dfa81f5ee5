package io.heliograph.instrumentation;

import io.heliograph.Heliograph;
import io.heliograph.export.HistogramPoint;
import io.heliograph.export.InMemoryExporter;
import io.heliograph.export.MetricData;
import io.heliograph.export.MetricPoint;
import io.heliograph.export.NumberPoint;
import io.heliograph.export.Resource;
import io.heliograph.internal.diagnostics.Faults;
import io.heliograph.internal.diagnostics.ThrottledLog;
import io.heliograph.internal.metrics.EngineMeterProvider;
import io.heliograph.internal.metrics.MetricsConfig;
import io.heliograph.internal.metrics.ReaderOptions;
import io.heliograph.pipeline.Clock;
import io.heliograph.pipeline.ExemplarFilter;
import io.heliograph.pipeline.Sampler;
import io.heliograph.pipeline.Samplers;
import io.heliograph.pipeline.TemporalityPreference;
import io.heliograph.pipeline.ViewMatching;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.propagation.ContextPropagators;
import java.util.List;

/** Heliograph's own spans and metrics, by one clock, for a test to look at. */
final class MeasuredEngine implements OpenTelemetry, AutoCloseable {

  private final Heliograph heliograph;
  private final EngineMeterProvider meters;

  MeasuredEngine(Clock clock) {
    this(clock, Samplers.alwaysOn());
  }

  MeasuredEngine(Clock clock, Sampler sampler) {
    this.heliograph =
        Heliograph.builder()
            .clock(clock)
            .sampler(sampler)
            .exporter("memory", new InMemoryExporter<>())
            .build();
    ThrottledLog log = new ThrottledLog(System.getLogger("test"), Clock.system());
    this.meters =
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

  @Override
  public TracerProvider getTracerProvider() {
    return heliograph.openTelemetry().getTracerProvider();
  }

  @Override
  public MeterProvider getMeterProvider() {
    return meters;
  }

  @Override
  public ContextPropagators getPropagators() {
    return heliograph.openTelemetry().getPropagators();
  }

  /** Everything that was measured so far. */
  List<MetricData> metrics() {
    return meters.collectors().get(0).collect(false);
  }

  MetricData metric(String name) {
    return metrics().stream()
        .filter(metric -> metric.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name));
  }

  List<HistogramPoint> histogram(String name) {
    return points(name, HistogramPoint.class);
  }

  List<NumberPoint> numbers(String name) {
    return points(name, NumberPoint.class);
  }

  private <P extends MetricPoint> List<P> points(String name, Class<P> type) {
    return metric(name).points().stream().map(type::cast).toList();
  }

  /** The one series of a histogram. */
  HistogramPoint only(String name) {
    List<HistogramPoint> points = histogram(name);
    if (points.size() != 1) {
      throw new AssertionError("one series expected, got " + points);
    }
    return points.get(0);
  }

  static List<Double> boundaries(HistogramPoint point) {
    return java.util.stream.IntStream.range(0, point.buckets() - 1)
        .mapToObj(point::boundary)
        .toList();
  }

  @Override
  public void close() {
    meters.close();
    heliograph.close();
  }
}
