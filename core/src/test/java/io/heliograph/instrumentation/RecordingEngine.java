package io.heliograph.instrumentation;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.List;

/** An engine that keeps what it is given. */
public final class RecordingEngine {

  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private final OpenTelemetry openTelemetry;

  public RecordingEngine() {
    this(Sampler.alwaysOn());
  }

  public RecordingEngine(Sampler sampler) {
    this.openTelemetry =
        OpenTelemetrySdk.builder()
            .setTracerProvider(
                SdkTracerProvider.builder()
                    .setSampler(sampler)
                    .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                    .build())
            .setPropagators(
                ContextPropagators.create(
                    TextMapPropagator.composite(
                        W3CTraceContextPropagator.getInstance(),
                        W3CBaggagePropagator.getInstance())))
            .build();
  }

  public OpenTelemetry openTelemetry() {
    return openTelemetry;
  }

  public Tracer tracer() {
    return openTelemetry.getTracer("test");
  }

  public List<SpanData> spans() {
    return exporter.getFinishedSpanItems();
  }

  /** The one span that was recorded. */
  public SpanData span() {
    List<SpanData> spans = spans();
    if (spans.size() != 1) {
      throw new AssertionError("one span expected, got " + spans);
    }
    return spans.get(0);
  }

  public void reset() {
    exporter.reset();
  }
}
