package io.heliograph.internal.http2;

import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Where a connection goes.
 *
 * @param host a name or an address, an IPv6 address without brackets
 * @param tls null for plain text, HTTP/2 with prior knowledge
 * @param connectTimeout until the connection can be used, TLS included
 * @param idleTimeout after which a connection without streams ends
 */
public record Endpoint(
    String host,
    int port,
    @Nullable SSLSocketFactory tls,
    Duration connectTimeout,
    Duration idleTimeout) {

  /** What requests name in {@code :authority}. */
  public String authority() {
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
  }
}
