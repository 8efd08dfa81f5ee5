package io.heliograph.contract;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The server that clients under test call: {@code /status/N} answers that status, {@code /redirect}
 * leads to {@code /status/200}. Remembers what it was asked. Thread-safe.
 */
final class ContractTarget implements AutoCloseable {

  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  /** A request that arrived. */
  record Seen(String method, String path, Headers headers) {

    @Nullable String header(String name) {
      return headers.getFirst(name);
    }
  }

  ContractTarget() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot listen on 127.0.0.1", e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  List<Seen> seen() {
    return List.copyOf(seen);
  }

  void forget() {
    seen.clear();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      seen.add(new Seen(exchange.getRequestMethod(), path, exchange.getRequestHeaders()));
      if (path.equals("/redirect")) {
        exchange.getResponseHeaders().set("Location", url("/status/200"));
        exchange.sendResponseHeaders(302, -1);
      } else {
        int status = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
        exchange.sendResponseHeaders(status, -1);
      }
    }
  }
}
