package io.heliograph.internal.send;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's HTTP client with threads of its own.
 *
 * <p>Made with the first request: it costs a third of a second of CPU and a thousand classes, which
 * have no place in an application's start.
 */
final class HttpConnection {

  /** Less than the request's own time, so that a slow connection is told from a slow answer. */
  private static final double CONNECT_SHARE = 0.75;

  private static final int THREADS = 2;
  private static final long IDLE_SECONDS = 60;

  private final ThreadPoolExecutor executor;
  private final HttpClient client;

  HttpConnection(Duration timeout, @Nullable TlsMaterial tls) {
    executor = daemons();
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            // A redirect could carry the credentials to a stranger.
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(connectTimeout(timeout))
            .executor(executor);
    if (tls != null) {
      builder.sslContext(tls.sslContext());
    }
    client = builder.build();
  }

  /** What a request's timeout leaves for its connection. */
  static Duration connectTimeout(Duration timeout) {
    return Duration.ofNanos((long) (timeout.toNanos() * CONNECT_SHARE));
  }

  private static ThreadPoolExecutor daemons() {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "heliograph-http");
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  HttpClient client() {
    return client;
  }

  /** Does not wait: the client is closed on a thread of its own, and the threads end after it. */
  void close() {
    executor.execute(
        () -> {
          closeClient();
          executor.shutdown();
        });
  }

  /** From Java 21 on a client can be closed; before, it ends when it is collected. */
  private void closeClient() {
    if ((Object) client instanceof AutoCloseable closeable) {
      Thread.currentThread().interrupt(); // Makes close() give up at once what is still open.
      try {
        closeable.close();
      } catch (Exception ignored) {
        // Nothing is lost: every request has been answered, and nobody can act on it.
      }
    }
  }
}
