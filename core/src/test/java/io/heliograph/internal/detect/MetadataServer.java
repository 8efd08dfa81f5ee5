package io.heliograph.internal.detect;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A metadata service that answers a request only with the header that it must have. */
final class MetadataServer implements AutoCloseable {

  private static final int CHUNKED_FROM = 500;

  private record Answer(String header, String value, String body) {}

  private final HttpServer server;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  final List<String> requests = new CopyOnWriteArrayList<>();

  MetadataServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /**
   * @param request method, path and query
   */
  MetadataServer answers(String request, String header, String value, String body) {
    answers.put(request, new Answer(header, value, body));
    return this;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    requests.add(request);
    Answer answer = answers.get(request);
    if (answer == null
        || !answer.value.equals(exchange.getRequestHeaders().getFirst(answer.header))) {
      exchange.sendResponseHeaders(404, -1);
    } else {
      byte[] body = answer.body.getBytes(StandardCharsets.UTF_8);
      // A length of zero makes the server send chunks.
      exchange.sendResponseHeaders(200, body.length > CHUNKED_FROM ? 0 : body.length);
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
