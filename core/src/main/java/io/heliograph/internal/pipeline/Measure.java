package io.heliograph.internal.pipeline;

import java.util.function.BiPredicate;
import java.util.function.ToIntFunction;

/**
 * What queue, batches and ledger make of an element; the same whenever it is asked while the
 * element is queued.
 *
 * @param items 1, or the points of a metric
 * @param bytes roughly how much heap it holds
 * @param together whether two elements may be in one batch, the first of it and a later one
 */
public record Measure<T>(
    ToIntFunction<T> items, ToIntFunction<T> bytes, BiPredicate<T, T> together) {

  /** One item each, whose size is known if it is {@link Sized}. */
  public static <T> Measure<T> single() {
    return single(Sized::of);
  }

  static <T> Measure<T> single(ToIntFunction<T> bytes) {
    return new Measure<>(item -> 1, bytes, (first, later) -> true);
  }
}
