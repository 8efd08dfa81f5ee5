package io.heliograph.benchmarks;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.api.logs.LoggerProvider;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.export.BatchLogRecordProcessor;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The official SDK with its defaults and its own batch processors and reader.
 *
 * <p>Without {@code OpenTelemetrySdk}, which only holds these three together and does not start
 * beside the API incubator that its instrumentation artifact brings, of an earlier version.
 */
record OfficialEngine(SdkTracerProvider tracers, SdkMeterProvider meters, SdkLoggerProvider loggers)
    implements Engine, OpenTelemetry {

  private static final ContextPropagators PROPAGATORS =
      ContextPropagators.create(
          TextMapPropagator.composite(
              W3CTraceContextPropagator.getInstance(), W3CBaggagePropagator.getInstance()));

  static OfficialEngine sampling(Outlet outlet, OfficialEncoding encoding) {
    return engine(outlet, encoding, Sampler.parentBased(Sampler.alwaysOn()));
  }

  static OfficialEngine samplingNothing(Outlet outlet) {
    return engine(outlet, OfficialEncoding.IMMUTABLE, Sampler.parentBased(Sampler.alwaysOff()));
  }

  private static OfficialEngine engine(Outlet outlet, OfficialEncoding encoding, Sampler sampler) {
    return new OfficialEngine(
        SdkTracerProvider.builder()
            .setSampler(sampler)
            .addSpanProcessor(
                BatchSpanProcessor.builder(new OfficialSpanExporter(outlet, encoding)).build())
            .build(),
        SdkMeterProvider.builder()
            .registerMetricReader(
                PeriodicMetricReader.create(new OfficialMetricExporter(outlet, encoding)))
            .build(),
        SdkLoggerProvider.builder()
            .addLogRecordProcessor(
                BatchLogRecordProcessor.builder(new OfficialLogExporter(outlet, encoding)).build())
            .build());
  }

  /** Keeps each span by itself as soon as it ends. */
  static OfficialEngine keeping(SpanExporter exporter) {
    return new OfficialEngine(
        SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(exporter)).build(),
        SdkMeterProvider.builder().build(),
        SdkLoggerProvider.builder().build());
  }

  @Override
  public OpenTelemetry api() {
    return this;
  }

  @Override
  public TracerProvider getTracerProvider() {
    return tracers;
  }

  @Override
  public MeterProvider getMeterProvider() {
    return meters;
  }

  @Override
  public LoggerProvider getLogsBridge() {
    return loggers;
  }

  @Override
  public ContextPropagators getPropagators() {
    return PROPAGATORS;
  }

  @Override
  public void flush() {
    boolean delivered =
        Stream.of(tracers.forceFlush(), meters.forceFlush(), loggers.forceFlush())
            .allMatch(flush -> flush.join(Work.PATIENCE_NANOS, TimeUnit.NANOSECONDS).isSuccess());
    if (!delivered) {
      throw new IllegalStateException("not everything was delivered");
    }
  }

  @Override
  public void close() {
    tracers.close();
    meters.close();
    loggers.close();
  }
}
