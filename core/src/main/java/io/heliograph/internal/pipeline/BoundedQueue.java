package io.heliograph.internal.pipeline;

import io.heliograph.config.BatchSettings;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A queue of many producers and one consumer, bounded by count and by bytes.
 *
 * <p>Why not a queue of a library and counters beside it: each atomic write costs a producer as
 * much as all else that it does here. This one claims an item's place and its bytes in one, see
 * {@link Claim}, and what was ever offered need not be counted, as it can be read off.
 *
 * <p>Bytes stay reserved until {@link #release}, so that the bound also covers what has left the
 * queue and is being sent.
 */
final class BoundedQueue<T> {

  /** What {@link #offer} answers if there is no room. */
  static final int FULL = -1;

  private final LazyRing<T> ring;
  private final Measure<T> measure;
  private final int maxItems;
  private final long maxBytes;
  private final AtomicLong claimed = new AtomicLong();
  private final AtomicLong taken = new AtomicLong();
  private final AtomicLong released = new AtomicLong();

  /** Items beyond one for each element, which is none but for metrics: those ever claimed. */
  private final AtomicLong extraClaimed = new AtomicLong();

  private final AtomicLong extraTaken = new AtomicLong();

  /**
   * @param maxItems at most {@link BatchSettings#MOST_ITEMS}
   * @param maxBytes at most {@link BatchSettings#MOST_BYTES}
   */
  BoundedQueue(int maxItems, long maxBytes, Measure<T> measure) {
    this.maxItems = maxItems;
    this.maxBytes = maxBytes;
    this.measure = measure;
    this.ring = new LazyRing<>(maxItems);
  }

  /**
   * Takes an item if it fits; an empty queue takes one item of any size. Never blocks.
   *
   * @return the items then queued, or {@link #FULL}
   */
  int offer(T item) {
    int extra = measure.items().applyAsInt(item) - 1;
    if (extra == 0) {
      return claim(item, queuedExtra());
    }
    extraClaimed.addAndGet(extra);
    int queued = claim(item, queuedExtra());
    if (queued == FULL) {
      extraClaimed.addAndGet(-extra);
    }
    return queued;
  }

  private int claim(T item, int extra) {
    int weight = measure.bytes().applyAsInt(item);
    long claim;
    int ahead;
    do {
      // The claim first: if it still holds in the end, there is at least the room that was seen.
      claim = claimed.get();
      ahead = Claim.itemsAhead(claim, taken.get());
      long bytes = Claim.bytesAhead(claim, released.get());
      if (ahead + extra >= maxItems || (bytes != 0 && bytes + weight > maxBytes)) {
        return FULL;
      }
    } while (!claimed.compareAndSet(claim, Claim.next(claim, weight)));
    ring.put(Claim.items(claim), item);
    return ahead + 1 + extra;
  }

  /** The consumer's: the next item, null if there is none. */
  @Nullable T poll() {
    T item = peek();
    if (item != null) {
      int extra = measure.items().applyAsInt(item) - 1;
      if (extra != 0) {
        extraTaken.addAndGet(extra);
      }
      long index = taken.get();
      ring.clear(index);
      taken.setRelease(index + 1);
    }
    return item;
  }

  /** The consumer's: the next item, which stays. */
  @Nullable T peek() {
    long index = taken.get();
    T item = ring.get(index);
    while (item == null && Claim.itemsAhead(claimed.get(), index) > 0) {
      Thread.onSpinWait(); // A producer is between its claim and its write.
      item = ring.get(index);
    }
    return item;
  }

  /** Gives back the bytes of items that were polled and have reached their end. */
  void release(long bytes) {
    released.addAndGet(bytes);
  }

  /** Items, as the measure counts them. */
  int size() {
    long index = taken.get();
    return Claim.itemsAhead(claimed.get(), index) + queuedExtra();
  }

  /** All items that ever found room. */
  long accepted() {
    long index = taken.get();
    return index + Claim.itemsAhead(claimed.get(), index) + extraClaimed.get();
  }

  private int queuedExtra() {
    return (int) (extraClaimed.get() - extraTaken.get());
  }

  long bytes() {
    long before = released.get();
    return Claim.bytesAhead(claimed.get(), before);
  }
}
