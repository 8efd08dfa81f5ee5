package io.heliograph.internal.detect;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * Asks a cloud's metadata service over plain HTTP, without a proxy; it stands on the same machine.
 *
 * <p>A socket and not the JDK's client, whose first request costs 0.3 s of CPU, and not its older
 * connection either, which knows no deadline for a whole answer and leaves a thread behind.
 */
final class MetadataClient {

  private static final int CONNECT_MILLIS = 500;
  private static final Duration EXCHANGE = Duration.ofSeconds(1);
  private static final int MAX_BYTES = 256 * 1024;
  private static final int HTTP_PORT = 80;

  private final URI base;

  MetadataClient(URI base) {
    this.base = base;
  }

  /**
   * Gets a text.
   *
   * @param path appended to the base address
   * @throws IOException if there is no successful answer in time; names the address
   */
  String get(String path, Map<String, String> headers) throws IOException {
    return exchange("GET", path, headers);
  }

  /** Puts nothing and returns the text of the answer, as {@link #get}. */
  String put(String path, Map<String, String> headers) throws IOException {
    return exchange("PUT", path, headers);
  }

  private String exchange(String method, String path, Map<String, String> headers)
      throws IOException {
    if (!"http".equals(base.getScheme()) || base.getHost() == null) {
      throw new IOException("the metadata service's address is no http address");
    }
    long deadline = System.nanoTime() + EXCHANGE.toNanos();
    try (Socket connection = new Socket(Proxy.NO_PROXY)) {
      int port = base.getPort() < 0 ? HTTP_PORT : base.getPort();
      connection.connect(new InetSocketAddress(base.getHost(), port), CONNECT_MILLIS);
      send(connection.getOutputStream(), head(method, path, headers));
      BoundedInput input = new BoundedInput(connection, deadline, MAX_BYTES);
      return new HttpAnswer(new BufferedInputStream(input)).body();
    } catch (IOException failed) {
      throw new IOException(
          "no metadata from " + base.getHost() + path + ": " + failed.getMessage(), failed);
    }
  }

  private String head(String method, String path, Map<String, String> headers) throws IOException {
    StringBuilder head = new StringBuilder();
    head.append(method).append(' ').append(base.getRawPath()).append(path).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(base.getRawAuthority()).append("\r\n");
    head.append("Connection: close\r\nContent-Length: 0\r\n");
    for (Map.Entry<String, String> header : headers.entrySet()) {
      if (header.getValue().chars().anyMatch(c -> c < ' ')) {
        throw new IOException("the value of " + header.getKey() + " is no header value");
      }
      head.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n");
    }
    return head.append("\r\n").toString();
  }

  private static void send(OutputStream output, String head) throws IOException {
    output.write(head.getBytes(StandardCharsets.ISO_8859_1));
    output.flush();
  }
}
