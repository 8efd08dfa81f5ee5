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
  private volatile Cell<P>[] cells;

  /** Written while all cells are held, and read while one is. */
  private boolean retired;

  Cells(Aggregator<P> aggregator) {
    this.aggregator = aggregator;
    this.cells = array(1);
    cells[0] = aggregator.newCell();
  }

  /** Holds a cell for the caller to release; null if the series takes no more. */
  @Nullable Cell<P> acquire() {
    Cell<P>[] all = cells;
    Cell<P> cell = all[home(all)];
    if (!cell.tryAcquire()) {
      cell = contended();
    }
    if (retired) {
      cell.release();
      return null;
    }
    return cell;
  }

  private static int home(Cell<?>[] all) {
    return all.length == 1 ? 0 : (int) Thread.currentThread().getId() & all.length - 1;
  }

  private Cell<P> contended() {
    for (int spins = 0; ; spins++) {
      Cell<P>[] all = spins == 0 ? grow() : cells;
      int home = home(all);
      for (int i = 0; i < all.length; i++) {
        Cell<P> cell = all[home + i & all.length - 1];
        if (cell.tryAcquire()) {
          return cell;
        }
      }
      Cell.pause(spins);
    }
  }

  private synchronized Cell<P>[] grow() {
    Cell<P>[] all = cells;
    if (aggregator.striped() && !retired && all.length < MOST) {
      Cell<P>[] more = array(2 * all.length);
      System.arraycopy(all, 0, more, 0, all.length);
      for (int i = all.length; i < more.length; i++) {
        more[i] = aggregator.newCell();
      }
      cells = more;
      return more;
    }
    return all;
  }

  /** Drains all cells one after the other; false if nothing was recorded since the last time. */
  synchronized boolean drain(P into, boolean reset) {
    boolean touched = false;
    for (Cell<P> cell : cells) {
      cell.acquire();
      try {
        touched |= cell.touched();
        cell.drain(into, reset);
        cell.restart();
      } finally {
        cell.release();
      }
    }
    return touched;
  }

  /** Takes no more from now on, unless something was recorded since the last time. */
  synchronized boolean retire() {
    boolean touched = false;
    for (Cell<P> cell : cells) {
      cell.acquire();
      touched |= cell.touched();
    }
    retired = !touched;
    for (Cell<P> cell : cells) {
      cell.release();
    }
    return !touched;
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // Java has no arrays of generic types.
  private static <P extends PointBuffer> Cell<P>[] array(int length) {
    return new Cell[length];
  }
}
