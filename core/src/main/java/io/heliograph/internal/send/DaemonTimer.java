package io.heliograph.internal.send;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One daemon thread for all that waits; it starts with the first task. */
public final class DaemonTimer implements Timer, AutoCloseable {

  private final ScheduledThreadPoolExecutor executor;

  public DaemonTimer() {
    executor =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "heliograph-timer");
              thread.setDaemon(true);
              return thread;
            },
            // After close nothing runs any more, and whoever waits has been answered.
            new ThreadPoolExecutor.DiscardPolicy());
    executor.setRemoveOnCancelPolicy(true);
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public Task schedule(Runnable task, long delayNanos) {
    Future<?> future = executor.schedule(task, delayNanos, TimeUnit.NANOSECONDS);
    return () -> future.cancel(false);
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
