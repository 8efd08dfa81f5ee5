package io.heliograph.contract;

import io.heliograph.contract.receiver.OtlpReceiver;
import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.export.BatchLogRecordProcessor;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The official SDK, exporting to the contracts' receiver. */
final class ReferenceTelemetry {

  private ReferenceTelemetry() {}

  static OpenTelemetrySdk create(OtlpReceiver receiver, Defect defect) {
    SpanExporter exporter =
        OtlpHttpSpanExporter.builder()
            .setEndpoint(receiver.httpEndpoint() + "/v1/traces")
            .setCompression("gzip")
            .build();
    Resource resource =
        Resource.create(
            Attributes.builder()
                .put("service.name", ContractSettings.SERVICE_NAME)
                .put("service.instance.id", UUID.randomUUID().toString())
                .build());
    Object recording = new Object();
    SdkMeterProvider meters = meters(receiver, resource, recording);
    return OpenTelemetrySdk.builder()
        .setMeterProvider(meters)
        .setTracerProvider(
            SdkTracerProvider.builder()
                .setResource(resource)
                .setSampler(
                    defect == Defect.RECORDS_EVERYTHING ? Sampler.alwaysOn() : measuringSampler())
                .addSpanProcessor(new SpanMetrics(meters.get("reference"), defect, recording))
                .addSpanProcessor(
                    BatchSpanProcessor.builder(new Spoiler(exporter, defect))
                        .setScheduleDelay(Duration.ofMillis(20))
                        .build())
                .build())
        .setLoggerProvider(
            SdkLoggerProvider.builder()
                .setResource(resource)
                .addLogRecordProcessor(
                    BatchLogRecordProcessor.builder(
                            OtlpHttpLogRecordExporter.builder()
                                .setEndpoint(receiver.httpEndpoint() + "/v1/logs")
                                .build())
                        .setScheduleDelay(Duration.ofMillis(20))
                        .build())
                .build())
        .setPropagators(
            ContextPropagators.create(
                TextMapPropagator.composite(
                    W3CTraceContextPropagator.getInstance(), W3CBaggagePropagator.getInstance())))
        .build();
  }

  private static SdkMeterProvider meters(
      OtlpReceiver receiver, Resource resource, Object recording) {
    OtlpHttpMetricExporter exporter =
        OtlpHttpMetricExporter.builder()
            .setEndpoint(receiver.httpEndpoint() + "/v1/metrics")
            .build();
    return SdkMeterProvider.builder()
        .setResource(resource)
        .registerMetricReader(
            new ExclusiveReader(
                PeriodicMetricReader.builder(exporter).setInterval(Duration.ofMillis(200)).build(),
                recording))
        .build();
  }

  /** Shows what is not sampled to {@link SpanMetrics}, and to nobody else. */
  private static Sampler measuringSampler() {
    return Sampler.parentBasedBuilder(Sampler.alwaysOn())
        .setRemoteParentNotSampled(new RecordOnly())
        .build();
  }

  private record RecordOnly() implements Sampler {

    @Override
    public SamplingResult shouldSample(
        Context parent,
        String traceId,
        String name,
        SpanKind kind,
        Attributes attributes,
        List<LinkData> links) {
      return SamplingResult.recordOnly();
    }

    @Override
    public String getDescription() {
      return "RecordOnly";
    }
  }

  private record Spoiler(SpanExporter delegate, Defect defect) implements SpanExporter {

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
      return delegate.export(spans.stream().map(defect::applyTo).toList());
    }

    @Override
    public CompletableResultCode flush() {
      return delegate.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
      return delegate.shutdown();
    }
  }
}
