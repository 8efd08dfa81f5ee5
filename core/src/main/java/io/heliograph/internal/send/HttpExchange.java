package io.heliograph.internal.send;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One request in flight. */
final class HttpExchange {

  private final CompletableFuture<HttpResponse<byte[]>> exchange;
  private final CompletableFuture<HttpResponse<byte[]>> inTime;

  /** The client's own timeout ends with the headers, and a body may trickle for ever. */
  HttpExchange(CompletableFuture<HttpResponse<byte[]>> exchange, Duration timeout) {
    this.exchange = exchange;
    this.inTime = exchange.copy().orTimeout(timeout.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Passes on the answer, or what came instead of it, exactly once. */
  void whenDone(BiConsumer<@Nullable HttpResponse<byte[]>, ? super @Nullable Throwable> consumer) {
    CompletableFuture<?> unused =
        inTime.whenComplete(
            (response, thrown) -> {
              if (thrown instanceof TimeoutException) {
                abort();
              }
              consumer.accept(response, thrown);
            });
  }

  void abort() {
    exchange.cancel(true);
  }
}
