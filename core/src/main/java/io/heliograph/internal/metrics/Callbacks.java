package io.heliograph.internal.metrics;

import io.heliograph.internal.diagnostics.Faults;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Runs all callbacks at a collection, one after the other, on threads of their own: what throws is
 * reported, what hangs is left behind and not called again until it returns.
 *
 * <p>Registering is thread-safe; one thread collects at a time.
 */
final class Callbacks {

  /** Threads at most; as many callbacks can hang before others go without. */
  private static final int MOST_THREADS = 64;

  private static final long IDLE_SECONDS = 5;

  private final Faults faults;
  private final Duration timeout;
  private final List<RegisteredCallback> callbacks = new CopyOnWriteArrayList<>();
  private final ThreadPoolExecutor threads;
  private volatile @Nullable Run current;

  Callbacks(Faults faults, Duration timeout) {
    this.faults = faults;
    this.timeout = timeout;
    this.threads =
        new ThreadPoolExecutor(
            0,
            MOST_THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            task -> {
              Thread thread = new Thread(task, "heliograph-metric-callback");
              thread.setDaemon(true);
              return thread;
            });
  }

  RegisteredCallback register(RegisteredCallback callback) {
    callbacks.add(callback);
    return callback;
  }

  /** The reader that collects, if a callback of that instrument runs on this thread; else -1. */
  int readerOf(Observer observer) {
    Run run = current;
    return run != null && run.admits(observer) ? run.reader : -1;
  }

  /** Runs all callbacks for a reader. */
  void collect(int reader) {
    callbacks.removeIf(RegisteredCallback::isClosed);
    for (RegisteredCallback callback : callbacks) {
      if (callback.running.compareAndSet(false, true)) {
        start(new Run(callback, reader));
      }
    }
  }

  private void start(Run run) {
    current = run;
    try {
      await(run, threads.submit(run));
    } catch (RejectedExecutionException full) {
      run.callback.running.set(false);
      report(run.callback, full);
    } finally {
      current = null;
    }
  }

  private void await(Run run, Future<?> result) {
    try {
      result.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException hanging) {
      report(run.callback, hanging);
    } catch (ExecutionException thrown) {
      report(run.callback, thrown);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void report(RegisteredCallback callback, Throwable thrown) {
    faults.report("callback of metric " + callback.name, thrown);
  }

  void close() {
    threads.shutdown();
  }

  /** One call of a callback; only its own thread can observe in it. */
  private final class Run implements Runnable {
    private final RegisteredCallback callback;
    private final int reader;
    private volatile @Nullable Thread thread;

    Run(RegisteredCallback callback, int reader) {
      this.callback = callback;
      this.reader = reader;
    }

    @SuppressWarnings("ReferenceEquality") // A thread is itself.
    boolean admits(Observer observer) {
      return thread == Thread.currentThread() && callback.observers.contains(observer);
    }

    @Override
    public void run() {
      thread = Thread.currentThread();
      try {
        callback.body.run();
      } catch (Throwable thrown) {
        report(callback, thrown);
      } finally {
        thread = null;
        callback.running.set(false);
      }
    }
  }
}
