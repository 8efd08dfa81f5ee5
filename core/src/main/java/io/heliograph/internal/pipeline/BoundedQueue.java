package io.heliograph.internal.pipeline;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToIntFunction;
import org.jctools.queues.varhandle.MpscChunkedVarHandleArrayQueue;
import org.jspecify.annotations.Nullable;

/**
 * A queue of many producers and one consumer, bounded by count and by bytes.
 *
 * <p>It starts small and grows in chunks. Bytes stay reserved until {@link #release}, so that the
 * bound also covers what has left the queue and is being sent.
 */
final class BoundedQueue<T> {

  private static final int INITIAL_CAPACITY = 1024;

  private final MpscChunkedVarHandleArrayQueue<T> queue;
  private final ToIntFunction<T> weigher;
  private final int maxItems;
  private final long maxBytes;
  private final AtomicLong bytes = new AtomicLong();

  BoundedQueue(int maxItems, long maxBytes, ToIntFunction<T> weigher) {
    this.queue =
        new MpscChunkedVarHandleArrayQueue<>(
            Math.min(INITIAL_CAPACITY, Math.max(2, maxItems / 2)), Math.max(4, maxItems));
    this.maxItems = maxItems;
    this.maxBytes = maxBytes;
    this.weigher = weigher;
  }

  /** False if the item does not fit; an empty queue takes one item of any size. Never blocks. */
  boolean offer(T item) {
    int weight = weigher.applyAsInt(item);
    long before = bytes.getAndAdd(weight);
    boolean fits = before == 0 || before + weight <= maxBytes;
    // The ring rounds its capacity up to a power of two; producers that race may use that room.
    if (fits && queue.size() < maxItems && queue.offer(item)) {
      return true;
    }
    bytes.addAndGet(-weight);
    return false;
  }

  /** The consumer's: the next item, null if there is none. */
  @Nullable T poll() {
    return queue.poll();
  }

  /** Gives back the bytes of items that were polled and have reached their end. */
  void release(Collection<T> items) {
    long weight = 0;
    for (T item : items) {
      weight += weigher.applyAsInt(item);
    }
    bytes.addAndGet(-weight);
  }

  int size() {
    return queue.size();
  }

  long bytes() {
    return bytes.get();
  }
}
