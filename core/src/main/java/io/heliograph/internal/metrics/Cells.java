package io.heliograph.internal.metrics;

import org.jspecify.annotations.Nullable;

/**
 * The cells of one series: one until threads meet in it, then more, up to one for each processor.
 *
 * @param <P> the points that they are drained into
 */
final class Cells<P extends PointBuffer> {

  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  /** A power of two, so that a thread's cell is found with a mask. */
  private static final int MOST = Math.min(32, Integer.highestOneBit(2 * PROCESSORS - 1));

  private final Aggregator<P> aggregator;
  private final Cell<P> first;

  /** All of them, null as long as there is but the first. */
  private volatile Cell<P> @Nullable [] all;

  /** Written while all cells are held, and read while one is. */
  private boolean retired;

  Cells(Aggregator<P> aggregator) {
    this.aggregator = aggregator;
    this.first = aggregator.newCell();
  }

  /** Holds a cell for the caller to release; null if the series takes no more. */
  @Nullable Cell<P> acquire() {
    Cell<P>[] many = all;
    Cell<P> cell = many == null ? first : many[home(many)];
    if (!cell.tryAcquire()) {
      cell = contended();
    }
    if (retired) {
      cell.release();
      return null;
    }
    return cell;
  }

  private static int home(Cell<?>[] many) {
    return (int) Thread.currentThread().getId() & many.length - 1;
  }

  private Cell<P> contended() {
    for (int spins = 0; ; spins++) {
      Cell<P>[] many = spins == 0 ? grow() : cells();
      int home = home(many);
      for (int i = 0; i < many.length; i++) {
        Cell<P> cell = many[home + i & many.length - 1];
        if (cell.tryAcquire()) {
          return cell;
        }
      }
      Cell.pause(spins);
    }
  }

  private synchronized Cell<P>[] grow() {
    Cell<P>[] few = cells();
    if (aggregator.striped() && !retired && few.length < MOST) {
      Cell<P>[] more = array(2 * few.length);
      System.arraycopy(few, 0, more, 0, few.length);
      for (int i = few.length; i < more.length; i++) {
        more[i] = aggregator.newCell();
      }
      all = more;
      return more;
    }
    return few;
  }

  private Cell<P>[] cells() {
    Cell<P>[] many = all;
    if (many != null) {
      return many;
    }
    Cell<P>[] one = array(1);
    one[0] = first;
    return one;
  }

  /**
   * Drains all cells one after the other; false if nothing was recorded since the last time.
   *
   * <p>A cell that is made meanwhile has its turn the next time.
   */
  boolean drain(P into, boolean reset) {
    Cell<P>[] many = all;
    if (many == null) {
      return drain(first, into, reset);
    }
    boolean touched = false;
    for (Cell<P> cell : many) {
      touched |= drain(cell, into, reset);
    }
    return touched;
  }

  private static <P extends PointBuffer> boolean drain(Cell<P> cell, P into, boolean reset) {
    cell.acquire();
    try {
      cell.drain(into, reset);
      boolean touched = cell.touched();
      if (touched) {
        cell.restart();
      }
      return touched;
    } finally {
      cell.release();
    }
  }

  /** Takes no more from now on, unless something was recorded since the last time. */
  synchronized boolean retire() {
    Cell<P>[] many = cells();
    boolean touched = false;
    for (Cell<P> cell : many) {
      cell.acquire();
      touched |= cell.touched();
    }
    retired = !touched;
    for (Cell<P> cell : many) {
      cell.release();
    }
    return !touched;
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // Java has no arrays of generic types.
  private static <P extends PointBuffer> Cell<P>[] array(int length) {
    return new Cell[length];
  }
}
