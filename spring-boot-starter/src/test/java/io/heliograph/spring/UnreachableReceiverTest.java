package io.heliograph.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.DestinationStatus;
import io.heliograph.Heliograph;
import io.heliograph.spring.app.LocalServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** An application lives on when what it exports to does not. */
class UnreachableReceiverTest {

  private static final int REQUESTS = 100;

  @Test
  void answersEveryRequestThoughTheReceiverNeverAnswers() throws IOException {
    try (ServerSocket blackHole = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        LocalServer server = start(blackHole.getLocalPort())) {
      request(server);

      assertThat(flush(server)).isFalse();
      assertThat(status(server).offered()).isEqualTo(REQUESTS);
      assertThat(status(server).delivered()).isZero();
    }
  }

  @Test
  void logsOnceForEachEndpointThatNobodyListens() throws IOException {
    int port;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = gone.getLocalPort();
    }
    try (JulLog log = new JulLog();
        LocalServer server = start(port)) {
      for (int round = 0; round < 3; round++) {
        request(server);
        assertThat(flush(server)).isFalse();
      }

      assertThat(log.lines())
          .filteredOn(line -> line.startsWith("WARNING"))
          .allSatisfy(line -> assertThat(line).contains("heliograph.exporter.otlp.endpoint"))
          .extracting(line -> line.replaceAll(".*(http://127.0.0.1:\\d+/v1/\\w+).*", "$1"))
          .contains("http://127.0.0.1:" + port + "/v1/traces")
          .doesNotHaveDuplicates();
    }
  }

  private static LocalServer start(int port) {
    return LocalServer.start(
        Application.class,
        "spring.datasource.url=jdbc:h2:mem:unreachable",
        "heliograph.exporter.otlp.endpoint=http://127.0.0.1:" + port,
        "heliograph.bsp.schedule.delay=10",
        "heliograph.shutdown.timeout=100ms");
  }

  private static void request(LocalServer server) {
    for (int i = 0; i < REQUESTS; i++) {
      assertThat(server.get("/").body()).isEqualTo("here");
    }
  }

  private static boolean flush(LocalServer server) {
    return server.beans().getBean(Heliograph.class).flush(Duration.ofMillis(200));
  }

  private static DestinationStatus status(LocalServer server) {
    return server.beans().getBean(Heliograph.class).destinations().get(0);
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  @Import(Handler.class)
  static class Application {}

  @RestController
  static class Handler {

    @GetMapping("/")
    String here() {
      return "here";
    }
  }
}
