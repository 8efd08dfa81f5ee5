package io.heliograph.internal.send;

import io.heliograph.export.Payload;
import io.heliograph.export.SendResult;
import io.heliograph.export.Sender;
import io.heliograph.internal.context.Suppression;
import io.heliograph.internal.http2.Http2Connection;
import io.opentelemetry.context.Context;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Calls OTLP's gRPC service, several calls at a time over one connection. */
public final class GrpcSender implements Sender {

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
            settings,
            path,
            Endpoints.isPlaintext(settings) ? "http" : "https",
            Endpoints.authority(settings));
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
        connection = new Http2Connection(Endpoints.grpc(settings), GrpcSender::thread);
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
