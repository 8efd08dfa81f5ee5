package io.heliograph.benchmarks.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClientTest {

  private final List<String> paths = new CopyOnWriteArrayList<>();
  private final List<String> hosts = new CopyOnWriteArrayList<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/whole", exchange -> answer(exchange, 200, 4));
    server.createContext("/chunks", exchange -> answer(exchange, 200, 0));
    server.createContext("/products", exchange -> answer(exchange, 200, 4));
    server.createContext("/broken", exchange -> answer(exchange, 500, 4));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void readsEachAnswerToItsEndOnOneConnection() throws IOException {
    try (Client client = new Client(server.getAddress().getPort())) {
      client.get("/whole");
      client.get("/chunks");
      client.get("/whole");
    }

    assertThat(paths).containsExactly("/whole", "/chunks", "/whole");
  }

  @Test
  void namesThePortThatItAsks() throws IOException {
    int port = server.getAddress().getPort();
    try (Client client = new Client(port)) {
      client.get("/whole");
    }

    assertThat(hosts).containsExactly("127.0.0.1:" + port);
  }

  @Test
  void takesNothingButSuccess() throws IOException {
    try (Client client = new Client(server.getAddress().getPort())) {
      assertThatIOException()
          .isThrownBy(() -> client.get("/broken"))
          .withMessageStartingWith("/broken: HTTP/1.1 500");
    }
  }

  @Test
  void aLoadSendsEveryRequestOnce() {
    try (Load load = new Load(Scenario.PRODUCT, server.getAddress().getPort())) {
      load.send(40);

      assertThat(paths).hasSize(40).doesNotHaveDuplicates();

      load.send(40);

      assertThat(paths).hasSize(80);
      assertThat(load.outcome().requestsPerSecond()).isPositive();
    }
  }

  @Test
  void aLoadFailsWithItsRequests() {
    try (Load load = new Load(Scenario.ORDER, server.getAddress().getPort())) {
      assertThatIllegalStateException()
          .isThrownBy(() -> load.send(40))
          .withMessage("a request failed");
    }
  }

  private void answer(HttpExchange exchange, int status, int length) throws IOException {
    try (exchange) {
      paths.add(exchange.getRequestURI().getPath());
      hosts.add(exchange.getRequestHeaders().getFirst("Host"));
      exchange.sendResponseHeaders(status, length);
      exchange.getResponseBody().write("body".getBytes(StandardCharsets.US_ASCII));
    }
  }
}
