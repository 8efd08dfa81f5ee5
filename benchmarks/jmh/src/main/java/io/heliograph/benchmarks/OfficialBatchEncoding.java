package io.heliograph.benchmarks;

import io.heliograph.config.Signal;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Encodes one batch of spans again and again. */
final class OfficialBatchEncoding implements Work {

  private final OfficialEncoding.Encoder encoder;
  private final List<SpanData> batch;
  private final Outlet outlet;

  OfficialBatchEncoding(Outlet outlet, OfficialEncoding encoding) {
    this.outlet = outlet;
    this.encoder = encoding.encoder();
    Keeper keeper = new Keeper();
    try (Work spans = new SpanWork.Encoded(OfficialEngine.keeping(keeper), outlet)) {
      Batches.fill(spans);
    }
    this.batch = List.copyOf(keeper.spans);
  }

  @Override
  public Object run() {
    Buffer request = encoder.spans(batch);
    outlet.request(Signal.TRACES, request.array(), request.size());
    return request;
  }

  private static final class Keeper implements SpanExporter {

    private final List<SpanData> spans = new ArrayList<>();

    @Override
    public CompletableResultCode export(Collection<SpanData> batch) {
      spans.addAll(batch);
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
}
