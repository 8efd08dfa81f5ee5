package io.heliograph.internal.trace;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counters of which each thread has a row of its own, that it alone writes. Thread-safe and exact.
 *
 * <p>Why not a {@link LongAdder} for each: its atomic write is a third of what a span costs that is
 * not sampled. Virtual threads do share them, as they come and go with each request and would leave
 * a row behind each time. What a thread keeps is a plain array, so that nothing of ours holds on to
 * the class loader of an application that was undeployed.
 */
final class ThreadCounts {

  private static final VarHandle CELLS = MethodHandles.arrayElementVarHandle(long[].class);
  private static final @Nullable Class<?> VIRTUAL_THREAD = virtualThread();
  private static final int FEW_ROWS = 64;

  @SuppressWarnings("ThreadLocalUsage") // Each engine has its own, and few are made.
  private final ThreadLocal<long[]> own = new ThreadLocal<>();

  private final LongAdder[] shared;

  /** Guarded by this, as is all below. */
  private List<Row> rows = new ArrayList<>();

  private final long[] retired;
  private int tidyAt = FEW_ROWS;

  private static final class Row {
    private final WeakReference<Thread> thread;
    private final long[] cells;

    Row(Thread thread, long[] cells) {
      this.thread = new WeakReference<>(thread);
      this.cells = cells;
    }

    boolean isOf(Thread other) {
      return thread.refersTo(other);
    }

    boolean isAlive() {
      Thread owner = thread.get();
      return owner != null && owner.isAlive();
    }
  }

  ThreadCounts(int counters) {
    this.shared = Stream.generate(LongAdder::new).limit(counters).toArray(LongAdder[]::new);
    this.retired = new long[counters];
  }

  /** Asked of its class, as Java 17 knows of no virtual threads. */
  private static @Nullable Class<?> virtualThread() {
    try {
      return Class.forName("java.lang.VirtualThread");
    } catch (ClassNotFoundException e) {
      return null;
    }
  }

  void increment(int counter) {
    Thread thread = Thread.currentThread();
    if (thread.getClass() == VIRTUAL_THREAD) {
      shared[counter].increment();
      return;
    }
    long[] cells = own.get();
    if (cells == null) {
      cells = rowOf(thread);
      own.set(cells);
    }
    CELLS.setRelease(cells, counter, cells[counter] + 1);
  }

  /** A new one, or that of a thread whose locals were erased. */
  private synchronized long[] rowOf(Thread thread) {
    for (Row row : rows) {
      if (row.isOf(thread)) {
        return row.cells;
      }
    }
    if (rows.size() >= tidyAt) {
      retireDead();
      tidyAt = Math.max(FEW_ROWS, 2 * rows.size());
    }
    Row row = new Row(thread, new long[retired.length]);
    rows.add(row);
    return row.cells;
  }

  private void retireDead() {
    List<Row> alive = new ArrayList<>();
    for (Row row : rows) {
      if (row.isAlive()) {
        alive.add(row);
      } else {
        for (int i = 0; i < retired.length; i++) {
          retired[i] += (long) CELLS.getAcquire(row.cells, i);
        }
      }
    }
    rows = alive;
  }

  synchronized long sum(int counter) {
    long sum = retired[counter] + shared[counter].sum();
    for (Row row : rows) {
      sum += (long) CELLS.getAcquire(row.cells, counter);
    }
    return sum;
  }

  /** Threads that are remembered. */
  synchronized int rows() {
    return rows.size();
  }
}
