package io.heliograph.internal.send;

import io.heliograph.export.Payload;
import io.heliograph.internal.hpack.HpackEncoder;
import io.heliograph.internal.http2.Http2Stream;
import io.heliograph.internal.http2.RequestBody;
import io.heliograph.internal.http2.StreamListener;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The requests of one sender: their headers are encoded once. Thread-safe.
 *
 * @see <a
 *     href="https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md#requests">Requests</a>
 */
final class GrpcRequest {

  /** What the protocol itself sets, or HTTP/2 does not know. */
  private static final Set<String> RESERVED =
      Set.of("content-type", "te", "user-agent", "keep-alive", "proxy-connection");

  /** A timeout has at most eight digits. */
  private static final long LARGEST_TIMEOUT = 99_999_999;

  private final byte[] headerBlock;
  private final boolean gzip;

  /**
   * @param path of the method, from the slash on
   */
  GrpcRequest(SenderSettings settings, String path, String scheme, String authority) {
    gzip = settings.gzip();
    HpackEncoder headers =
        new HpackEncoder()
            .add(":method", "POST")
            .add(":scheme", scheme)
            .add(":path", path)
            .add(":authority", authority)
            .add("te", "trailers")
            .add("content-type", "application/grpc")
            .add("user-agent", UserAgent.VALUE)
            .add("grpc-timeout", timeout(settings.timeout()))
            .add("grpc-accept-encoding", "identity,gzip");
    if (gzip) {
      headers.add("grpc-encoding", "gzip");
    }
    settings
        .headers()
        .forEach(
            (name, value) -> {
              if (!RESERVED.contains(name) && !name.startsWith("grpc-")) {
                headers.addSensitive(name, value);
              }
            });
    headerBlock = headers.block();
  }

  private static String timeout(Duration timeout) {
    long micros = TimeUnit.NANOSECONDS.toMicros(timeout.toNanos());
    if (micros <= LARGEST_TIMEOUT) {
      return micros + "u";
    }
    return Math.min(timeout.toMillis(), LARGEST_TIMEOUT) + "m";
  }

  /** Compresses on the caller's thread; what is not compressed is read until the stream ends. */
  Http2Stream stream(Payload payload, StreamListener listener) {
    byte[] bytes = payload.bytes();
    int length = payload.length();
    if (gzip) {
      bytes = Gzip.compress(bytes, length);
      length = bytes.length;
    }
    byte[] prefix = GrpcMessage.prefix(gzip, length);
    return new Http2Stream(headerBlock, new RequestBody(prefix, bytes, length), listener);
  }
}
