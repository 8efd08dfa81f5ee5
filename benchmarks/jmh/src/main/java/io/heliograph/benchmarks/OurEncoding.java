package io.heliograph.benchmarks;

import io.heliograph.Heliograph;
import io.heliograph.config.Signal;
import io.heliograph.export.InMemoryExporter;
import io.heliograph.export.ReadableSpan;
import io.heliograph.internal.otlp.Encoder;
import io.heliograph.internal.otlp.OtlpEncoder;
import java.util.List;

/** Encodes one batch of spans again and again. The engine's encoder has no public entry. */
final class OurEncoding implements Work {

  private final Encoder<ReadableSpan> encoder = OtlpEncoder.spans(OurEngine.MAX_REQUEST);
  private final List<ReadableSpan> batch;
  private final Outlet outlet;

  OurEncoding(Outlet outlet) {
    this.outlet = outlet;
    InMemoryExporter<ReadableSpan> exporter = new InMemoryExporter<>();
    Heliograph heliograph = Heliograph.builder().exporter("memory", exporter).build();
    try (Work spans = new SpanWork.Encoded(new OurEngine(heliograph), outlet)) {
      Batches.fill(spans);
    }
    this.batch = exporter.items();
  }

  @Override
  public Object run() {
    if (!encoder.encode(batch)) {
      throw new IllegalStateException("request too large");
    }
    outlet.request(Signal.TRACES, encoder.array(), encoder.length());
    return encoder;
  }
}
