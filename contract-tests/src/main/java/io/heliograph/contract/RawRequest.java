package io.heliograph.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A request written byte by byte: repeated headers, unknown methods, a client that goes away. */
final class RawRequest {

  private static final int TIMEOUT_MILLIS = 20_000;

  private final URI base;

  RawRequest(URI base) {
    this.base = base;
  }

  /** Sends a request and returns the whole answer, head and body. */
  String send(String method, String path, String... headerLines) {
    try (Socket socket = open(method, path, headerLines)) {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    }
  }

  /** Sends a request, reads a part of the answer and resets the connection. */
  void abort(String path, int bytesToRead) {
    try (Socket socket = open("GET", path)) {
      byte[] read = socket.getInputStream().readNBytes(bytesToRead);
      if (read.length < bytesToRead) {
        throw new AssertionError("the answer of " + path + " ended after " + read.length);
      }
      socket.setSoLinger(true, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  private Socket open(String method, String path, String... headerLines) throws IOException {
    Socket socket = new Socket(base.getHost(), base.getPort());
    socket.setSoTimeout(TIMEOUT_MILLIS);
    StringBuilder request = new StringBuilder();
    request.append(method).append(' ').append(path).append(" HTTP/1.1\r\n");
    request.append("Host: ").append(base.getAuthority()).append("\r\n");
    request.append("User-Agent: ").append(Driver.USER_AGENT).append("\r\n");
    request.append("Connection: close\r\n");
    for (String line : headerLines) {
      request.append(line).append("\r\n");
    }
    request.append("\r\n");
    socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
    return socket;
  }
}
