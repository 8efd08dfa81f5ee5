package io.heliograph.benchmarks;

import io.heliograph.config.Signal;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import java.util.Collection;

/** Encodes as the official OTLP exporter does, if asked, and sends nothing. */
final class OfficialLogExporter implements LogRecordExporter {

  private final Outlet outlet;
  private final OfficialEncoding.Encoder encoder;

  OfficialLogExporter(Outlet outlet, OfficialEncoding encoding) {
    this.outlet = outlet;
    this.encoder = encoding.encoder();
  }

  @Override
  public CompletableResultCode export(Collection<LogRecordData> batch) {
    if (outlet.encodes()) {
      Buffer request = encoder.logRecords(batch);
      outlet.request(Signal.LOGS, request.array(), request.size());
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
