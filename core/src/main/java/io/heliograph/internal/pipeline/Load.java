package io.heliograph.internal.pipeline;

import java.util.ArrayList;
import java.util.List;

/**
 * What one export takes from the queue: so many items, and not much more than collectors accept.
 *
 * <p>Weighed while it is gathered, when the exporter is about to read the same memory anyway.
 */
final class Load<T> {

  /**
   * A collector's gRPC receiver refuses requests of more than 4 MiB unless it is told otherwise.
   */
  static final long MOST_BYTES = 4L << 20;

  private final Measure<T> measure;
  private final List<T> items;
  private int room;
  private int count;
  private long bytes;
  private boolean leftSomeForWeight;

  /**
   * @param room for how many items
   * @param expected elements
   */
  Load(Measure<T> measure, int room, int expected) {
    this.measure = measure;
    this.room = room;
    this.items = new ArrayList<>(Math.min(room, expected));
  }

  /** Takes an element if it fits; the first one does, whatever its size. */
  boolean takes(T next) {
    int more = measure.items().applyAsInt(next);
    int weight = measure.bytes().applyAsInt(next);
    if (!items.isEmpty() && !fits(next, more, weight)) {
      return false;
    }
    items.add(next);
    room -= more;
    count += more;
    bytes += weight;
    return true;
  }

  private boolean fits(T next, int more, int weight) {
    leftSomeForWeight = bytes + weight > MOST_BYTES;
    return more <= room && !leftSomeForWeight && measure.together().test(items.get(0), next);
  }

  /** Whether there were more items than it may weigh. */
  boolean leftSomeForWeight() {
    return leftSomeForWeight;
  }

  boolean isEmpty() {
    return items.isEmpty();
  }

  List<T> items() {
    return List.copyOf(items);
  }

  /** Items, as the measure counts them. */
  int count() {
    return count;
  }

  /** As the queue has reserved them. */
  long bytes() {
    return bytes;
  }
}
