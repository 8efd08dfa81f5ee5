package io.heliograph.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that do the same work at the same time. */
final class Crew implements AutoCloseable {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final int size;
  private final ExecutorService threads;
  private final CyclicBarrier start;

  Crew(int size) {
    this.size = size;
    this.threads = Executors.newFixedThreadPool(size);
    this.start = new CyclicBarrier(size);
  }

  /**
   * Lets each thread do the work so often.
   *
   * @return CPU nanoseconds of all of them
   */
  long run(Work work, int runs) {
    Callable<Long> member = () -> together(work, runs);
    try {
      long nanos = 0;
      for (Future<Long> done : threads.invokeAll(Collections.nCopies(size, member))) {
        nanos += done.get();
      }
      return nanos;
    } catch (InterruptedException | ExecutionException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private long together(Work work, int runs) throws Exception {
    start.await();
    long begin = THREADS.getCurrentThreadCpuTime();
    repeat(work, runs);
    return THREADS.getCurrentThreadCpuTime() - begin;
  }

  private static void repeat(Work work, int runs) {
    for (int i = 0; i < runs; i++) {
      Object unused = work.run();
    }
  }

  @Override
  public void close() {
    List<Runnable> unused = threads.shutdownNow();
  }
}
