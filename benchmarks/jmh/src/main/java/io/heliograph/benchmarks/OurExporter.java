package io.heliograph.benchmarks;

import io.heliograph.config.Signal;
import io.heliograph.export.ExportResult;
import io.heliograph.export.Exporter;
import io.heliograph.internal.otlp.Encoder;
import java.util.List;
import java.util.function.Consumer;

/** Encodes as the engine's own OTLP exporter does, which has no public entry, and sends nothing. */
record OurExporter<T>(Signal signal, Outlet outlet, Encoder<T> encoder) implements Exporter<T> {

  @Override
  public void export(List<T> batch, Consumer<ExportResult> done) {
    if (outlet.encodes()) {
      if (!encoder.encode(batch)) {
        throw new IllegalStateException("request too large");
      }
      outlet.request(signal, encoder.array(), encoder.length());
    }
    int items = Exporter.items(batch);
    done.accept(ExportResult.delivered(items));
    if (signal != Signal.METRICS) { // They come by the clock, and nobody waits for them.
      outlet.delivered(items);
    }
  }

  @Override
  public boolean keepsItems() {
    return false;
  }
}
