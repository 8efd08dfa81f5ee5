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
import io.opentelemetry.sdk.metrics.InstrumentSelector;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.SdkMeterProviderBuilder;
import io.opentelemetry.sdk.metrics.View;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessorBuilder;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.List;
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

  /**
   * Sends each span to all of them.
   *
   * @param queue the most spans that wait for each
   */
  static OfficialEngine sampling(List<Outlet> outlets, int queue) {
    SdkTracerProviderBuilder tracers = SdkTracerProvider.builder();
    for (Outlet outlet : outlets) {
      tracers.addSpanProcessor(
          batches(outlet, OfficialEncoding.IMMUTABLE).setMaxQueueSize(queue).build());
    }
    return engine(outlets.get(0), OfficialEncoding.IMMUTABLE, tracers, SdkMeterProvider.builder());
  }

  /** Keeps the growing instrument's series apart, however many. */
  static OfficialEngine ofManySeries(Outlet outlet) {
    return engine(
        outlet,
        OfficialEncoding.IMMUTABLE,
        SdkTracerProvider.builder(),
        SdkMeterProvider.builder()
            .registerView(
                InstrumentSelector.builder().setName(Curve.INSTRUMENT).build(),
                View.builder().setCardinalityLimit(Curve.CARDINALITY_LIMIT).build()));
  }

  private static OfficialEngine engine(Outlet outlet, OfficialEncoding encoding, Sampler sampler) {
    return engine(
        outlet,
        encoding,
        SdkTracerProvider.builder()
            .setSampler(sampler)
            .addSpanProcessor(batches(outlet, encoding).build()),
        SdkMeterProvider.builder());
  }

  private static OfficialEngine engine(
      Outlet outlet,
      OfficialEncoding encoding,
      SdkTracerProviderBuilder tracers,
      SdkMeterProviderBuilder meters) {
    return new OfficialEngine(
        tracers.build(),
        meters
            .registerMetricReader(
                PeriodicMetricReader.create(new OfficialMetricExporter(outlet, encoding)))
            .build(),
        SdkLoggerProvider.builder()
            .addLogRecordProcessor(
                BatchLogRecordProcessor.builder(new OfficialLogExporter(outlet, encoding)).build())
            .build());
  }

  private static BatchSpanProcessorBuilder batches(Outlet outlet, OfficialEncoding encoding) {
    return BatchSpanProcessor.builder(new OfficialSpanExporter(outlet, encoding));
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
