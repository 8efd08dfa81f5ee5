package io.heliograph.internal.http1;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One request in flight, which ends exactly once: with its answer, without one, or aborted. */
public final class Http1Call {

  private final Http1Client client;
  private final byte[] body;
  private final int length;
  private final CompletableFuture<HttpResponse> outcome = new CompletableFuture<>();

  /** Guarded by this. */
  private @Nullable Http1Connection connection;

  /** Guarded by this. */
  private boolean aborted;

  private volatile boolean sent;

  Http1Call(Http1Client client, byte[] body, int length) {
    this.client = client;
    this.body = body;
    this.length = length;
  }

  /** On the call's own thread. */
  void run() {
    try {
      outcome.complete(exchange());
    } catch (Throwable thrown) {
      abort();
      outcome.completeExceptionally(thrown);
    }
  }

  private HttpResponse exchange() throws Exception {
    Http1Connection rested = client.rested();
    Http1Connection open = rested == null ? client.unconnected() : rested;
    use(open);
    if (rested == null) {
      open.connect();
    }
    sent = true;
    HttpResponse response = open.exchange(body, length);
    if (release() && open.isReusable()) {
      client.rest(open);
    } else {
      open.abort();
    }
    return response;
  }

  private synchronized void use(Http1Connection open) {
    connection = open;
    if (aborted) {
      open.abort();
    }
  }

  /** False if it was aborted: from here on the connection may be another call's. */
  private synchronized boolean release() {
    connection = null;
    return !aborted;
  }

  /** Whether the receiver may have got some of it. */
  public boolean isSent() {
    return sent;
  }

  /**
   * Passes on the answer, or what came instead of it, exactly once; a {@link TimeoutException} at
   * the latest after {@code timeout}. The body is not read any more by then.
   */
  public void whenDone(
      Duration timeout, BiConsumer<@Nullable HttpResponse, @Nullable Throwable> consumer) {
    CompletableFuture<?> unused =
        outcome
            .orTimeout(timeout.toNanos(), TimeUnit.NANOSECONDS)
            .whenComplete(
                (response, thrown) -> {
                  if (thrown instanceof TimeoutException) {
                    abort();
                  }
                  consumer.accept(response, thrown);
                });
  }

  /** Ends it at once, unless it has ended. */
  public void cancel() {
    abort();
    outcome.cancel(false);
  }

  private synchronized void abort() {
    aborted = true;
    if (connection != null) {
      connection.abort();
    }
  }
}
