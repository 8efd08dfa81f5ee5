package io.heliograph.benchmarks;

import com.google.protobuf.ByteString;
import io.heliograph.config.Signal;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Where both sides' exporters end. Thread-safe. */
final class Outlet {

  /** What becomes of items: counted only, encoded as well, or encoded and kept. */
  enum Mode {
    COUNT,
    ENCODE,
    KEEP
  }

  /** An encoded request that was kept. */
  record Request(Signal signal, ByteString bytes) {}

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long NAP_NANOS = 20_000;

  private final Mode mode;
  private final AtomicLong items = new AtomicLong();
  private final List<Request> requests = new ArrayList<>();
  private volatile long exporterThread;

  Outlet(Mode mode) {
    this.mode = mode;
  }

  /** Encodes only where encoding belongs to the work. */
  static Outlet forTiming(Row row) {
    return new Outlet(row == Row.SPAN_TO_BYTES ? Mode.ENCODE : Mode.COUNT);
  }

  boolean encodes() {
    return mode != Mode.COUNT;
  }

  /** Takes a request's bytes, which the caller may overwrite afterwards. */
  synchronized void request(Signal signal, byte[] array, int length) {
    if (mode == Mode.KEEP) {
      requests.add(new Request(signal, ByteString.copyFrom(array, 0, length)));
    }
  }

  synchronized List<Request> requests() {
    return List.copyOf(requests);
  }

  /** Counts items that have reached the end; called by the exporting thread. */
  void delivered(int count) {
    exporterThread = Thread.currentThread().getId();
    items.addAndGet(count);
  }

  /** Waits for so many items since the start. */
  void await(long count) {
    await(count, Work.PATIENCE_NANOS);
  }

  void await(long count, long patienceNanos) {
    long start = System.nanoTime();
    while (items.get() < count) {
      if (System.nanoTime() - start > patienceNanos) {
        throw new IllegalStateException(items + " of " + count + " items were delivered");
      }
      LockSupport.parkNanos(this, NAP_NANOS);
    }
  }

  /** CPU time of the threads that export to these, which may be one for all of them. */
  static long exporterNanos(List<Outlet> outlets) {
    return outlets.stream()
        .mapToLong(outlet -> outlet.exporterThread)
        .filter(thread -> thread != 0)
        .distinct()
        .map(THREADS::getThreadCpuTime)
        .sum();
  }
}
