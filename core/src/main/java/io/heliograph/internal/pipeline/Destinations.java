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

  private final List<Destination> destinations;

  public Destinations(List<Destination> destinations) {
    this.destinations = List.copyOf(destinations);
  }

  @Override
  public void onEnd(ReadableSpan span) {
    if (span.spanContext().isSampled()) {
      for (Destination destination : destinations) {
        destination.batcher().offer(span);
      }
    }
  }

  @Override
  public CompletableFuture<Boolean> flush() {
    return destinations.stream()
        .map(destination -> destination.batcher().flush())
        .reduce(
            CompletableFuture.completedFuture(true),
            (left, right) -> left.thenCombine(right, Boolean::logicalAnd));
  }

  /**
   * Stops taking spans and starts to export what is queued.
   *
   * @param deadline until when it may be retried, in nanoseconds of {@link System#nanoTime}
   */
  public void beginClose(long deadline) {
    for (Destination destination : destinations) {
      destination.batcher().beginClose();
      destination.deadline().accept(deadline);
    }
  }

  /** Drops and counts what is left. */
  @Override
  public void close() {
    destinations.forEach(destination -> destination.batcher().terminate());
  }

  public List<Batcher<ReadableSpan>> batchers() {
    return destinations.stream().map(Destination::batcher).toList();
  }
}
