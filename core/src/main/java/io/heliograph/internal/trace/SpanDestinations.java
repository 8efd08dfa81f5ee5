package io.heliograph.internal.trace;

import io.heliograph.export.ReadableSpan;
import io.heliograph.internal.pipeline.Destinations;
import io.heliograph.pipeline.SpanProcessor;
import java.util.concurrent.CompletableFuture;

/** The last span processor: hands sampled spans to the destinations. */
public record SpanDestinations(Destinations<ReadableSpan> destinations) implements SpanProcessor {

  @Override
  public void onEnd(ReadableSpan span) {
    if (span.spanContext().isSampled()) {
      destinations.offer(span);
    }
  }

  @Override
  public CompletableFuture<Boolean> flush() {
    return destinations.flush();
  }

  @Override
  public void close() {
    destinations.close();
  }
}
