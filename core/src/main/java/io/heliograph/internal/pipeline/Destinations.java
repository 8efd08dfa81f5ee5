package io.heliograph.internal.pipeline;

import io.heliograph.export.ReadableSpan;
import io.heliograph.pipeline.SpanProcessor;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The end of the span pipeline: offers each sampled span to every destination's own batcher, so
 * that a slow destination never holds back another.
 */
public final class Destinations implements SpanProcessor {

  private final List<Batcher<ReadableSpan>> batchers;

  public Destinations(List<Batcher<ReadableSpan>> batchers) {
    this.batchers = List.copyOf(batchers);
  }

  @Override
  public void onEnd(ReadableSpan span) {
    if (span.spanContext().isSampled()) {
      for (Batcher<ReadableSpan> batcher : batchers) {
        batcher.offer(span);
      }
    }
  }

  @Override
  public CompletableFuture<Boolean> flush() {
    return batchers.stream()
        .map(Batcher::flush)
        .reduce(
            CompletableFuture.completedFuture(true),
            (left, right) -> left.thenCombine(right, Boolean::logicalAnd));
  }

  /** Stops taking spans and starts to export what is queued. */
  public void beginClose() {
    batchers.forEach(Batcher::beginClose);
  }

  /** Drops and counts what is left. */
  @Override
  public void close() {
    batchers.forEach(Batcher::terminate);
  }

  public List<Batcher<ReadableSpan>> batchers() {
    return batchers;
  }
}
