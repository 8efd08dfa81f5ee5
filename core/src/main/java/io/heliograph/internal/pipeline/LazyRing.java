package io.heliograph.internal.pipeline;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The slots of a queue, made in chunks as they are first used. Slots are free again once they have
 * been cleared; who writes which one is the queue's business. Thread-safe.
 *
 * <p>Why not all at once: metrics may queue by the million, which takes 4 MiB, and an application
 * that is idle uses a few hundred.
 */
final class LazyRing<T> {

  private static final int CHUNK_BITS = 10;
  private static final int CHUNK = 1 << CHUNK_BITS;

  private final AtomicReferenceArray<@Nullable AtomicReferenceArray<@Nullable T>> chunks;

  LazyRing(int slots) {
    this.chunks = new AtomicReferenceArray<>(powerOfTwo((slots + CHUNK - 1) >> CHUNK_BITS));
  }

  /** The least that is not smaller. */
  private static int powerOfTwo(int size) {
    return Integer.highestOneBit(Math.max(1, 2 * size - 1));
  }

  void put(long index, T item) {
    int chunk = chunk(index);
    AtomicReferenceArray<@Nullable T> known = chunks.getAcquire(chunk);
    (known == null ? made(chunk) : known).setRelease(slot(index), item);
  }

  private AtomicReferenceArray<@Nullable T> made(int chunk) {
    AtomicReferenceArray<@Nullable T> mine = new AtomicReferenceArray<>(CHUNK);
    AtomicReferenceArray<@Nullable T> first = chunks.compareAndExchange(chunk, null, mine);
    return first == null ? mine : first;
  }

  /** Null if nothing was written or it was cleared. */
  @Nullable T get(long index) {
    AtomicReferenceArray<@Nullable T> known = chunks.getAcquire(chunk(index));
    return known == null ? null : known.getAcquire(slot(index));
  }

  void clear(long index) {
    AtomicReferenceArray<@Nullable T> known = chunks.getAcquire(chunk(index));
    if (known != null) {
      known.setPlain(slot(index), null);
    }
  }

  private int chunk(long index) {
    return (int) (index >> CHUNK_BITS) & (chunks.length() - 1);
  }

  private static int slot(long index) {
    return (int) index & (CHUNK - 1);
  }
}
