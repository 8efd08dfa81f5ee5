package io.heliograph.internal.http1;

import io.heliograph.internal.net.HttpProxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What all requests of a client begin with; RFC 9112 sections 3 and 5.
 *
 * @param uri absolute, without user info
 * @param headers checked by the caller, without those of the connection and the body's length
 */
public record RequestHead(URI uri, Map<String, String> headers) {

  /** Copies the headers. */
  public RequestHead {
    headers = Map.copyOf(headers);
  }

  /**
   * Up to the length of the body.
   *
   * @param forwarder a proxy that wants the whole address, null if the receiver is asked itself
   */
  String beforeLength(@Nullable HttpProxy forwarder) {
    StringBuilder head = new StringBuilder("POST ");
    head.append(forwarder == null ? "" : uri.getScheme() + "://" + uri.getRawAuthority());
    head.append(target()).append(" HTTP/1.1\r\nHost: ").append(uri.getRawAuthority());
    head.append("\r\n").append(forwarder == null ? "" : forwarder.authorization());
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    return head.append("Content-Length: ").toString();
  }

  private String target() {
    String path = uri.getRawPath();
    String query = uri.getRawQuery();
    return (path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
  }

  static byte[] octets(String beforeLength, int length) {
    return (beforeLength + length + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
  }
}
