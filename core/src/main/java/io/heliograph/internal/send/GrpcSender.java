package io.heliograph.internal.send;

import io.heliograph.export.Payload;
import io.heliograph.export.SendResult;
import io.heliograph.export.Sender;
import io.heliograph.internal.context.Suppression;
import io.heliograph.internal.http2.Endpoint;
import io.heliograph.internal.http2.Http2Connection;
import io.opentelemetry.context.Context;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Calls OTLP's gRPC service, several calls at a time over one connection. */
public final class GrpcSender implements Sender {

  private static final int HTTPS_PORT = 443;
  private static final int HTTP_PORT = 80;

  /** Shorter than the patience of common middleboxes, which drop idle connections silently. */
  private static final Duration IDLE_TIMEOUT = Duration.ofMinutes(3);

  private final SenderSettings settings;
  private final GrpcRequest request;
  private final GrpcAnswer answer;
  private final Object lock = new Object();
  private @Nullable Http2Connection connection;
  private volatile boolean closed;

  private GrpcSender(SenderSettings settings, String path) {
    this.settings = settings;
    this.answer = new GrpcAnswer(settings);
    this.request =
        new GrpcRequest(
            settings, path, isPlaintext() ? "http" : "https", endpoint(null).authority());
  }

  /** A sender of trace requests. */
  public static Sender traces(SenderSettings settings) {
    return new GrpcSender(settings, "/opentelemetry.proto.collector.trace.v1.TraceService/Export");
  }

  /** A sender of metrics requests. */
  public static Sender metrics(SenderSettings settings) {
    return new GrpcSender(
        settings, "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export");
  }

  /** A sender of log requests. */
  public static Sender logs(SenderSettings settings) {
    return new GrpcSender(settings, "/opentelemetry.proto.collector.logs.v1.LogsService/Export");
  }

  @Override
  public void send(Payload payload, Consumer<SendResult> done) {
    Consumer<SendResult> finish = result -> done.accept(closed ? orAborted(result) : result);
    boolean started = false;
    while (!started) {
      Http2Connection open = connection();
      if (open == null) {
        done.accept(new SendResult.Aborted());
        return;
      }
      started =
          new GrpcCall(open, request, payload, answer, settings.maxResponseBytes(), finish)
              .start(settings.timeout());
      if (!started) {
        leave(open);
      }
    }
  }

  private static SendResult orAborted(SendResult result) {
    return result instanceof SendResult.Retryable ? new SendResult.Aborted() : result;
  }

  /** A connection that was lost, or that the receiver is leaving; the next call opens another. */
  private void leave(Http2Connection left) {
    synchronized (lock) {
      if (left.equals(connection)) {
        connection = null;
      }
    }
  }

  private @Nullable Http2Connection connection() {
    synchronized (lock) {
      if (connection == null && !closed) {
        connection = new Http2Connection(endpoint(tls()), GrpcSender::thread);
      }
      return closed ? null : connection;
    }
  }

  /** What a connection's threads do is not recorded, whatever it is that they call. */
  private static Thread thread(Runnable task) {
    Thread thread = new Thread(Suppression.suppress(Context.root()).wrap(task), "heliograph-grpc");
    thread.setDaemon(true);
    return thread;
  }

  private Endpoint endpoint(@Nullable SSLSocketFactory tls) {
    URI uri = settings.endpoint();
    int port = uri.getPort();
    if (port < 0) {
      port = isPlaintext() ? HTTP_PORT : HTTPS_PORT;
    }
    String host = uri.getHost().replaceAll("[\\[\\]]", "");
    Duration connectTimeout = HttpConnection.connectTimeout(settings.timeout());
    return new Endpoint(host, port, tls, connectTimeout, IDLE_TIMEOUT);
  }

  private @Nullable SSLSocketFactory tls() {
    if (isPlaintext()) {
      return null;
    }
    TlsMaterial tls = settings.tls();
    return tls == null
        ? (SSLSocketFactory) SSLSocketFactory.getDefault()
        : tls.sslContext().getSocketFactory();
  }

  private boolean isPlaintext() {
    return settings.insecure() || "http".equalsIgnoreCase(settings.endpoint().getScheme());
  }

  @Override
  public String target() {
    return settings.target();
  }

  @Override
  public void close() {
    Http2Connection open;
    synchronized (lock) {
      closed = true;
      open = connection;
      connection = null;
    }
    if (open != null) {
      open.close();
    }
  }
}
