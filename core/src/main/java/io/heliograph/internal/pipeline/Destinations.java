package io.heliograph.internal.pipeline;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;

/**
 * The end of a signal's pipeline: offers each item to every destination's own batcher, so that a
 * slow destination never holds back another. Thread-safe.
 *
 * @param <T> the signal's item
 */
public final class Destinations<T> {

  private final List<Destination<T>> destinations;

  /** The destinations' own, in an array because every item passes here. */
  private final Batcher<T>[] batchers;

  /** Items offered while there is no destination. */
  private final LongAdder unclaimed = new LongAdder();

  @SuppressWarnings("unchecked") // There is no array of a generic type but this.
  public Destinations(List<Destination<T>> destinations) {
    this.destinations = List.copyOf(destinations);
    this.batchers = destinations.stream().map(Destination::batcher).toArray(Batcher[]::new);
  }

  /** Whether nobody takes any item. */
  public boolean isEmpty() {
    return destinations.isEmpty();
  }

  /** Never blocks and never throws. */
  public void offer(T item) {
    for (Batcher<T> batcher : batchers) {
      batcher.offer(item);
    }
    if (batchers.length == 0) {
      unclaimed.increment();
    }
  }

  /** The application has started, so that exports may begin. */
  public void startIsOver() {
    for (Batcher<T> batcher : batchers) {
      batcher.startIsOver();
    }
  }

  /** Items ever offered: every batcher has counted all of them. */
  public long offered() {
    return batchers.length == 0 ? unclaimed.sum() : batchers[0].ledger().offered();
  }

  /** Completes when everything offered before has settled, false if some was lost. */
  public CompletableFuture<Boolean> flush() {
    return destinations.stream()
        .map(destination -> destination.batcher().flush())
        .reduce(
            CompletableFuture.completedFuture(true),
            (left, right) -> left.thenCombine(right, Boolean::logicalAnd));
  }

  /** Whether somebody may still look at items after they have settled. */
  public boolean keepItems() {
    return destinations.stream().anyMatch(destination -> destination.batcher().keepsItems());
  }

  /**
   * Bounds all retries, those under way as well.
   *
   * @param deadline in nanoseconds of {@link System#nanoTime}
   */
  public void deadline(long deadline) {
    destinations.forEach(destination -> destination.deadline().accept(deadline));
  }

  /** Drops and counts what is left. */
  public void close() {
    destinations.forEach(destination -> destination.batcher().terminate());
  }

  public List<Destination<T>> all() {
    return destinations;
  }
}
