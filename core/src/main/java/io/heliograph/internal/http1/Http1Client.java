package io.heliograph.internal.http1;

import io.heliograph.internal.net.Endpoint;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Posts to one address. Each request has a thread and a connection to itself while it lasts;
 * connections are used again, threads end when there is nothing to do. Thread-safe.
 */
public final class Http1Client implements AutoCloseable {

  private static final long IDLE_THREAD_SECONDS = 60;

  private final Endpoint endpoint;
  private final RequestHead head;
  private final int maxResponseBytes;
  private final ThreadPoolExecutor threads;
  private final Deque<Http1Connection> resting = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  /**
   * Opens nothing yet.
   *
   * @param maxResponseBytes of one body
   */
  public Http1Client(
      Endpoint endpoint, RequestHead head, int maxResponseBytes, ThreadFactory threads) {
    this.endpoint = endpoint;
    this.head = head;
    this.maxResponseBytes = maxResponseBytes;
    this.threads =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            IDLE_THREAD_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            threads);
  }

  /**
   * Posts a body, which is read until the call has ended.
   *
   * @throws java.util.concurrent.RejectedExecutionException after {@link #close}
   */
  public Http1Call post(byte[] body, int length) {
    Http1Call call = new Http1Call(this, body, length);
    threads.execute(call::run);
    return call;
  }

  /** The connection that was used last, as it is the least likely to have been closed. */
  @Nullable Http1Connection rested() {
    for (Http1Connection next = resting.pollFirst(); next != null; next = resting.pollFirst()) {
      if (next.isAlive()) {
        return next;
      }
      next.abort();
    }
    return null;
  }

  Http1Connection unconnected() {
    return new Http1Connection(endpoint, head, maxResponseBytes);
  }

  void rest(Http1Connection used) {
    resting.addFirst(used);
    if (closed) {
      close();
    }
  }

  /** Does not wait; calls in flight are their owners' to cancel. Idempotent. */
  @Override
  public void close() {
    closed = true;
    threads.shutdown();
    for (Http1Connection next = resting.poll(); next != null; next = resting.poll()) {
      next.abort();
    }
  }
}
