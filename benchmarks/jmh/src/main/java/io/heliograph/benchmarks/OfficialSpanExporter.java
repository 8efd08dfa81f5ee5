package io.heliograph.benchmarks;

import io.heliograph.config.Signal;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;

/** Encodes as the official OTLP exporter does, if asked, and sends nothing. */
final class OfficialSpanExporter implements SpanExporter {

  private final Outlet outlet;
  private final OfficialEncoding.Encoder encoder;

  OfficialSpanExporter(Outlet outlet, OfficialEncoding encoding) {
    this.outlet = outlet;
    this.encoder = encoding.encoder();
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> batch) {
    if (outlet.encodes()) {
      Buffer request = encoder.spans(batch);
      outlet.request(Signal.TRACES, request.array(), request.size());
    }
    outlet.delivered(batch.size());
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public CompletableResultCode flush() {
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public CompletableResultCode shutdown() {
    return CompletableResultCode.ofSuccess();
  }
}
