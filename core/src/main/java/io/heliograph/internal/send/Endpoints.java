package io.heliograph.internal.send;

import io.heliograph.internal.net.Endpoint;
import java.net.URI;
import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Where senders' connections go. */
final class Endpoints {

  private static final int HTTPS_PORT = 443;
  private static final int HTTP_PORT = 80;

  /** Less than the request's own time, so that a slow connection is told from a slow answer. */
  private static final double CONNECT_SHARE = 0.75;

  /** Shorter than the patience of common middleboxes, which drop idle connections silently. */
  private static final Duration GRPC_READ_TIMEOUT = Duration.ofMinutes(3);

  private Endpoints() {}

  /** Of a connection for one request after the other, each with a time limit of its own. */
  static Endpoint http(SenderSettings settings) {
    boolean secure = !isHttp(settings);
    return endpoint(settings, secure ? tls(settings) : null, null, secure, Duration.ZERO);
  }

  /** Of a connection for several calls at a time; without TLS HTTP/2 by prior knowledge. */
  static Endpoint grpc(SenderSettings settings) {
    SSLSocketFactory tls = isPlaintext(settings) ? null : tls(settings);
    return endpoint(settings, tls, "h2", true, GRPC_READ_TIMEOUT);
  }

  /** Whether gRPC goes without TLS. */
  static boolean isPlaintext(SenderSettings settings) {
    return settings.insecure() || isHttp(settings);
  }

  /** What a gRPC call names as its authority. */
  static String authority(SenderSettings settings) {
    return endpoint(settings, null, null, true, Duration.ZERO).authority();
  }

  private static boolean isHttp(SenderSettings settings) {
    return "http".equalsIgnoreCase(settings.endpoint().getScheme());
  }

  private static SSLSocketFactory tls(SenderSettings settings) {
    TlsMaterial tls = settings.tls();
    return tls == null
        ? (SSLSocketFactory) SSLSocketFactory.getDefault()
        : tls.sslContext().getSocketFactory();
  }

  private static Endpoint endpoint(
      SenderSettings settings,
      @Nullable SSLSocketFactory tls,
      @Nullable String applicationProtocol,
      boolean tunneled,
      Duration readTimeout) {
    URI uri = settings.endpoint();
    int port = uri.getPort();
    if (port < 0) {
      port = isPlaintext(settings) ? HTTP_PORT : HTTPS_PORT;
    }
    String host = uri.getHost().replaceAll("[\\[\\]]", "");
    Duration connectTimeout =
        Duration.ofNanos((long) (settings.timeout().toNanos() * CONNECT_SHARE));
    return new Endpoint(
        host, port, tls, applicationProtocol, tunneled, connectTimeout, readTimeout);
  }
}
