package io.heliograph.benchmarks.app;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One HTTP/1.1 connection; costs the driver little, which shares its processors with the shop. */
final class Client implements AutoCloseable {

  private static final int TIMEOUT_MILLIS = 60_000;

  private final Socket socket;
  private final InputStream in;

  Client(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** Throws IOException unless the answer is a 200. */
  void get(String path) throws IOException {
    // With the port, as all clients send it: without it, not every variant records server.port.
    String host = "127.0.0.1:" + socket.getPort();
    String request =
        "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nUser-Agent: driver\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    String status = readLine();
    if (!status.startsWith("HTTP/1.1 200")) {
      throw new IOException(path + ": " + status);
    }
    skipBody(readBodyLength());
  }

  /** The length, or -1 for a body in chunks. */
  private int readBodyLength() throws IOException {
    int length = 0;
    for (String line = readLine(); !line.isEmpty(); line = readLine()) {
      String header = line.toLowerCase(Locale.ROOT);
      if (header.startsWith("content-length:")) {
        length = Integer.parseInt(header.substring(header.indexOf(':') + 1).trim());
      } else if (header.startsWith("transfer-encoding:")) {
        length = -1;
      }
    }
    return length;
  }

  private void skipBody(int length) throws IOException {
    if (length >= 0) {
      in.skipNBytes(length);
      return;
    }
    for (int chunk = readChunkLength(); chunk > 0; chunk = readChunkLength()) {
      in.skipNBytes(chunk);
      readLine();
    }
    readLine();
  }

  private int readChunkLength() throws IOException {
    return Integer.parseInt(readLine(), 16);
  }

  private String readLine() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the connection was closed");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
