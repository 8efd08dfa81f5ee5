package io.heliograph.benchmarks;

import io.heliograph.config.Signal;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.MemoryMode;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import java.util.Collection;

/** Encodes as the official OTLP exporter does, if asked, and sends nothing. */
final class OfficialMetricExporter implements MetricExporter {

  private final Outlet outlet;
  private final OfficialEncoding encoding;
  private final OfficialEncoding.Encoder encoder;

  OfficialMetricExporter(Outlet outlet, OfficialEncoding encoding) {
    this.outlet = outlet;
    this.encoding = encoding;
    this.encoder = encoding.encoder();
  }

  @Override
  public CompletableResultCode export(Collection<MetricData> batch) {
    if (outlet.encodes()) {
      Buffer request = encoder.metrics(batch);
      outlet.request(Signal.METRICS, request.array(), request.size());
    }
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public MemoryMode getMemoryMode() {
    return encoding.memoryMode;
  }

  @Override
  public AggregationTemporality getAggregationTemporality(InstrumentType type) {
    return AggregationTemporality.CUMULATIVE;
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
