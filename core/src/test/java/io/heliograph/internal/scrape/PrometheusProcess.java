package io.heliograph.internal.scrape;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real Prometheus that scrapes one address; looked for on the path, then in a named folder. */
final class PrometheusProcess implements AutoCloseable {

  /** The folder that Debian's package was unpacked in, for machines that do not install it. */
  private static final String FOLDER = System.getProperty("heliograph.prometheus", "");

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final int port;

  private PrometheusProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static PrometheusProcess scraping(int target, Path folder) throws IOException {
    Path binary = binary("prometheus");
    Path config =
        Files.writeString(
            folder.resolve("prometheus.yml"),
            """
            scrape_configs:
              - job_name: shop
                scrape_interval: 1s
                static_configs:
                  - targets: ['127.0.0.1:%d']
            """
                .formatted(target));
    int port = freePort();
    Process process =
        new ProcessBuilder(
                binary.toString(),
                "--config.file=" + config,
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--enable-feature=exemplar-storage",
                "--web.listen-address=127.0.0.1:" + port)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log.txt").toFile())
            .start();
    return new PrometheusProcess(process, port);
  }

  /** What {@code promtool check metrics} says of a text; empty if it is content. */
  static String promtool(byte[] text) throws IOException {
    Process process =
        new ProcessBuilder(binary("promtool").toString(), "check", "metrics")
            .redirectErrorStream(true)
            .start();
    try (var in = process.getOutputStream()) {
      in.write(text);
    }
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }

  private static Path binary(String name) {
    String path = FOLDER + File.pathSeparator + System.getenv("PATH");
    Path found =
        Stream.of(path.split(File.pathSeparator))
            .filter(folder -> !folder.isEmpty())
            .map(folder -> Path.of(folder, name))
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(null);
    assumeTrue(
        found != null,
        name
            + " is not installed: apt-get install prometheus, or unpack Debian's package"
            + " prometheus and name its usr/bin in -Dheliograph.prometheus");
    return found;
  }

  /** Prometheus does not tell which port it chose. */
  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** The answer of an API path, empty while Prometheus is not up. */
  String get(String pathAndQuery) throws InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + port + pathAndQuery);
    try {
      return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
    } catch (IOException notUp) {
      return "";
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
