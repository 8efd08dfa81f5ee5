package io.heliograph.instrumentation;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Finds a series, or what else is made once for it, by the values that tell it from others, without
 * an object for the look-up: a map would want a key for each request. What a value means is known
 * to the caller by its position.
 *
 * <p>Bounded, as values may come from outside: when it is full it forgets everything, and what is
 * in use comes back with its next request. Thread-safe without locks; a series that two threads
 * miss at once is remembered twice.
 */
final class SeriesCache<V> {

  /** More than the engine keeps for an instrument, so that its limit is met first. */
  static final int MOST = 4096;

  private static final int BUCKETS = 1024;

  private record Entry<V>(
      int hash,
      @Nullable Object first,
      @Nullable Object second,
      @Nullable Object third,
      @Nullable Object fourth,
      @Nullable Object fifth,
      long number,
      V series,
      @Nullable Entry<V> next) {

    boolean has(
        @Nullable Object first,
        @Nullable Object second,
        @Nullable Object third,
        @Nullable Object fourth,
        @Nullable Object fifth,
        long number) {
      return this.number == number
          && Objects.equals(this.first, first)
          && Objects.equals(this.second, second)
          && Objects.equals(this.third, third)
          && Objects.equals(this.fourth, fourth)
          && Objects.equals(this.fifth, fifth);
    }
  }

  private final AtomicReferenceArray<@Nullable Entry<V>> buckets =
      new AtomicReferenceArray<>(BUCKETS);
  private final AtomicInteger size = new AtomicInteger();

  /** The series of these values, {@code null} if it is not remembered. */
  @Nullable V find(
      @Nullable Object first,
      @Nullable Object second,
      @Nullable Object third,
      @Nullable Object fourth,
      @Nullable Object fifth,
      long number) {
    int hash = hash(first, second, third, fourth, fifth, number);
    Entry<V> entry = buckets.get(hash & BUCKETS - 1);
    while (entry != null) {
      if (entry.hash == hash && entry.has(first, second, third, fourth, fifth, number)) {
        return entry.series;
      }
      entry = entry.next;
    }
    return null;
  }

  /** Remembers a series by its values; returns it. */
  V add(
      V series,
      @Nullable Object first,
      @Nullable Object second,
      @Nullable Object third,
      @Nullable Object fourth,
      @Nullable Object fifth,
      long number) {
    if (size.incrementAndGet() > MOST) {
      forget();
    }
    int hash = hash(first, second, third, fourth, fifth, number);
    buckets.updateAndGet(
        hash & BUCKETS - 1,
        head -> new Entry<>(hash, first, second, third, fourth, fifth, number, series, head));
    return series;
  }

  private void forget() {
    for (int i = 0; i < BUCKETS; i++) {
      buckets.set(i, null);
    }
    size.set(1);
  }

  private static int hash(
      @Nullable Object first,
      @Nullable Object second,
      @Nullable Object third,
      @Nullable Object fourth,
      @Nullable Object fifth,
      long number) {
    int hash = Objects.hashCode(first);
    hash = 31 * hash + Objects.hashCode(second);
    hash = 31 * hash + Objects.hashCode(third);
    hash = 31 * hash + Objects.hashCode(fourth);
    hash = 31 * hash + Objects.hashCode(fifth);
    hash = 31 * hash + Long.hashCode(number);
    return hash ^ hash >>> 15;
  }
}
