package io.heliograph.internal.send;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that a test misbehaves with at will: it is handed every connection. */
final class RawServer implements AutoCloseable {

  /** What is done with a connection; it is closed afterwards. */
  interface Behaviour {
    void accept(Socket connection) throws Exception;
  }

  private final ServerSocket server;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "raw-server");
            thread.setDaemon(true);
            return thread;
          });

  RawServer(Behaviour behaviour) throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    threads.execute(() -> acceptAll(behaviour));
  }

  private void acceptAll(Behaviour behaviour) {
    while (!server.isClosed()) {
      try {
        Socket connection = server.accept();
        threads.execute(() -> serve(behaviour, connection));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void serve(Behaviour behaviour, Socket connection) {
    try (connection) {
      behaviour.accept(connection);
    } catch (Exception clientGone) {
      // The client under test may hang up whenever it likes.
    }
  }

  /** Reads a request's head and as many bytes of its body as it announces. */
  static void readRequest(Socket connection) throws IOException {
    InputStream in = connection.getInputStream();
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      int b = in.read();
      if (b < 0) {
        throw new IOException("client gone");
      }
      head.append((char) b);
    }
    String length = head.toString().replaceAll("(?is).*content-length: *(\\d+).*", "$1");
    in.readNBytes(Integer.parseInt(length));
  }

  static void write(Socket connection, String text) throws IOException {
    OutputStream out = connection.getOutputStream();
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort() + "/v1/traces";
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }
}
