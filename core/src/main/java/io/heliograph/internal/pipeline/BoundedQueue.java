package io.heliograph.internal.pipeline;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
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
  private final Measure<T> measure;
  private final int maxItems;
  private final long maxBytes;
  private final AtomicLong bytes = new AtomicLong();

  /** Items beyond one for each element, which is none but for metrics. */
  private final AtomicLong extraItems = new AtomicLong();

  BoundedQueue(int maxItems, long maxBytes, Measure<T> measure) {
    this.queue =
        new MpscChunkedVarHandleArrayQueue<>(
            Math.min(INITIAL_CAPACITY, Math.max(2, maxItems / 2)), Math.max(4, maxItems));
    this.maxItems = maxItems;
    this.maxBytes = maxBytes;
    this.measure = measure;
  }

  /** False if the item does not fit; an empty queue takes one item of any size. Never blocks. */
  boolean offer(T item) {
    int weight = measure.bytes().applyAsInt(item);
    long before = bytes.getAndAdd(weight);
    boolean fits = before == 0 || before + weight <= maxBytes;
    // The ring rounds its capacity up to a power of two; producers that race may use that room.
    if (fits && size() < maxItems && push(item)) {
      return true;
    }
    bytes.addAndGet(-weight);
    return false;
  }

  private boolean push(T item) {
    int extra = measure.items().applyAsInt(item) - 1;
    addExtra(extra);
    boolean taken = queue.offer(item);
    if (!taken) {
      addExtra(-extra);
    }
    return taken;
  }

  private void addExtra(int items) {
    if (items != 0) {
      extraItems.addAndGet(items);
    }
  }

  /** The consumer's: the next item, null if there is none. */
  @Nullable T poll() {
    T item = queue.poll();
    if (item != null) {
      addExtra(1 - measure.items().applyAsInt(item));
    }
    return item;
  }

  /** The consumer's: the next item, which stays. */
  @Nullable T peek() {
    return queue.peek();
  }

  /** Gives back the bytes of items that were polled and have reached their end. */
  void release(Collection<T> items) {
    long weight = 0;
    for (T item : items) {
      weight += measure.bytes().applyAsInt(item);
    }
    bytes.addAndGet(-weight);
  }

  /** Items, as the measure counts them. */
  int size() {
    return queue.size() + (int) extraItems.get();
  }

  long bytes() {
    return bytes.get();
  }
}
