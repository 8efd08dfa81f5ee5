package io.heliograph.internal.metrics;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * One stripe of a series: plain fields behind a lock of one compare-and-set.
 *
 * <p>Everything but {@link #tryAcquire} is called by whoever holds the cell. No foreign code runs
 * while it is held.
 *
 * @param <P> the points that it is drained into
 */
abstract class Cell<P extends PointBuffer> {

  private static final VarHandle HELD;

  static {
    try {
      HELD = MethodHandles.lookup().findVarHandle(Cell.class, "held", int.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  @SuppressWarnings("unused") // Used through HELD.
  private int held;

  private final SkipRule skips;

  /** Measurements since the last collection, and the one that is the next candidate. */
  private long seen;

  private long next;

  Cell(SkipRule skips) {
    this.skips = skips;
    this.next = skips.first();
  }

  final boolean tryAcquire() {
    return (int) HELD.getOpaque(this) == 0 && HELD.compareAndSet(this, 0, 1);
  }

  final void acquire() {
    for (int spins = 0; !tryAcquire(); spins++) {
      pause(spins);
    }
  }

  /** A holder that lost its processor needs ours to go on. */
  @SuppressWarnings("ThreadPriorityCheck") // Only makes the wait shorter; nothing relies on it.
  static void pause(int spins) {
    if (spins % 64 == 63) {
      Thread.yield();
    } else {
      Thread.onSpinWait();
    }
  }

  final void release() {
    HELD.setRelease(this, 0);
  }

  /**
   * Adds a measurement and tells whether it may become an exemplar.
   *
   * @param bucket the value's, if there are {@link Aggregator#boundaries}
   */
  abstract boolean add(long value, int bucket);

  /** The same for doubles. */
  abstract boolean add(double value, int bucket);

  /** Adds what it holds to a point; forgets it on reset. */
  abstract void drain(P into, boolean reset);

  /** Counts a measurement; true if it is the candidate for an exemplar. */
  final boolean count() {
    return ++seen >= next;
  }

  /** A candidate became an exemplar: the next one comes after a random gap. */
  void accepted(int bucket) {
    next = skips.after(seen);
  }

  /** Begins a new sample. */
  void restart() {
    seen = 0;
    next = skips.first();
  }

  /** Whether there were measurements since the last collection. */
  final boolean touched() {
    return seen > 0;
  }
}
