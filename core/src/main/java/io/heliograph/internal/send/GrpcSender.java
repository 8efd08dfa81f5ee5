package io.heliograph.internal.send;

import io.grpc.CallOptions;
import io.grpc.ChannelCredentials;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.TlsChannelCredentials;
import io.heliograph.export.Payload;
import io.heliograph.export.SendResult;
import io.heliograph.export.Sender;
import io.heliograph.internal.context.Suppression;
import io.opentelemetry.context.Context;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Calls OTLP's gRPC service, several calls at a time over one connection.
 *
 * <p>An application without gRPC never loads this class.
 */
public final class GrpcSender implements Sender {

  private static final int HTTPS_PORT = 443;
  private static final int HTTP_PORT = 80;

  private final SenderSettings settings;
  private final MethodDescriptor<Payload, byte[]> method;
  private final GrpcAnswer answer;
  private final Object lock = new Object();
  private @Nullable ManagedChannel channel;
  private volatile boolean closed;

  private GrpcSender(SenderSettings settings, String method) {
    this.settings = settings;
    this.method = GrpcMessages.method(method);
    this.answer = new GrpcAnswer(settings);
  }

  /** A sender of trace requests. */
  public static Sender traces(SenderSettings settings) {
    return new GrpcSender(settings, "opentelemetry.proto.collector.trace.v1.TraceService/Export");
  }

  /** A sender of metrics requests. */
  public static Sender metrics(SenderSettings settings) {
    return new GrpcSender(
        settings, "opentelemetry.proto.collector.metrics.v1.MetricsService/Export");
  }

  /** A sender of log requests. */
  public static Sender logs(SenderSettings settings) {
    return new GrpcSender(settings, "opentelemetry.proto.collector.logs.v1.LogsService/Export");
  }

  @Override
  public void send(Payload payload, Consumer<SendResult> done) {
    ManagedChannel open = channel();
    if (open == null) {
      done.accept(new SendResult.Aborted());
      return;
    }
    Consumer<SendResult> finish = result -> done.accept(closed ? orAborted(result) : result);
    Suppression.suppress(Context.current())
        .wrap(
            () ->
                new GrpcCall(open.newCall(method, options()), answer, () -> leave(open), finish)
                    .start(payload, headers()))
        .run();
  }

  private static SendResult orAborted(SendResult result) {
    return result instanceof SendResult.Retryable ? new SendResult.Aborted() : result;
  }

  /**
   * Gives up a channel that has lost its receiver, and the next call opens another: the waits
   * between attempts are ours, and gRPC's own would keep us out for up to two minutes.
   */
  private void leave(ManagedChannel lost) {
    synchronized (lock) {
      if (lost.equals(channel)) {
        channel = null;
      }
    }
    lost.shutdown();
  }

  private @Nullable ManagedChannel channel() {
    synchronized (lock) {
      if (channel == null && !closed) {
        channel = open();
      }
      return closed ? null : channel;
    }
  }

  private ManagedChannel open() {
    URI endpoint = settings.endpoint();
    int port = endpoint.getPort();
    if (port < 0) {
      port = isPlaintext() ? HTTP_PORT : HTTPS_PORT;
    }
    return Grpc.newChannelBuilderForAddress(endpoint.getHost(), port, credentials())
        .userAgent(UserAgent.VALUE)
        .maxInboundMessageSize(settings.maxResponseBytes())
        .disableRetry()
        .build();
  }

  private ChannelCredentials credentials() {
    if (isPlaintext()) {
      return InsecureChannelCredentials.create();
    }
    TlsChannelCredentials.Builder credentials = TlsChannelCredentials.newBuilder();
    TlsMaterial tls = settings.tls();
    if (tls != null && tls.trust() != null) {
      credentials.trustManager(tls.trust());
    }
    if (tls != null && tls.identity() != null) {
      credentials.keyManager(tls.identity());
    }
    return credentials.build();
  }

  private boolean isPlaintext() {
    return settings.insecure() || "http".equalsIgnoreCase(settings.endpoint().getScheme());
  }

  private CallOptions options() {
    CallOptions options =
        CallOptions.DEFAULT.withDeadlineAfter(settings.timeout().toNanos(), TimeUnit.NANOSECONDS);
    return settings.gzip() ? options.withCompression("gzip") : options;
  }

  private Metadata headers() {
    Metadata metadata = new Metadata();
    settings
        .headers()
        .forEach(
            (name, value) ->
                metadata.put(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER), value));
    return metadata;
  }

  @Override
  public String target() {
    return settings.target();
  }

  @Override
  public void close() {
    ManagedChannel open;
    synchronized (lock) {
      closed = true;
      open = channel;
      channel = null;
    }
    if (open != null) {
      open.shutdownNow();
    }
  }
}
