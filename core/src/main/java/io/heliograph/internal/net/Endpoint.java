package io.heliograph.internal.net;

import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Where a connection goes.
 *
 * @param host a name or an address, an IPv6 address without brackets
 * @param tls null for plain text
 * @param applicationProtocol that TLS must agree on (ALPN, RFC 7301), null if none is asked for
 * @param tunneled whether a proxy is to connect to the receiver; else it takes the requests itself
 * @param connectTimeout until the connection can be used, TLS included
 * @param readTimeout the longest silence while reading, zero for any
 */
public record Endpoint(
    String host,
    int port,
    @Nullable SSLSocketFactory tls,
    @Nullable String applicationProtocol,
    boolean tunneled,
    Duration connectTimeout,
    Duration readTimeout) {

  /** Host and port, as requests name them. */
  public String authority() {
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
  }
}
