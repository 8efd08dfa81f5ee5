package io.heliograph.internal.scrape;

import static io.heliograph.internal.scrape.Scraped.attributes;
import static io.heliograph.internal.scrape.Scraped.sampledSpan;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.heliograph.FakeClock;
import io.heliograph.export.Resource;
import io.heliograph.export.Scrape;
import io.opentelemetry.api.common.Attributes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prometheus itself reads what is written, exemplars included. */
class RealPrometheusTest {

  private static final long DEADLINE_MILLIS = 60_000;

  private final Scraped scraped =
      new Scraped(Resource.of(attributes("service.name", "shop \"of\" \\all\nthings")));
  private final Scraper scraper = scraped.scraper(true);

  @Test
  void exemplarsAreReadBackFromPrometheus(@TempDir Path folder) throws Exception {
    scraped.clock.setWallClock(
        Duration.between(Instant.ofEpochSecond(0, FakeClock.START_EPOCH_NANOS), Instant.now()));
    recordEveryKind();
    HttpServer target = serve();
    try (PrometheusProcess prometheus =
        PrometheusProcess.scraping(target.getAddress().getPort(), folder)) {
      String ids = "\"trace_id\":\"" + Scraped.TRACE_ID + "\"";
      await(
          prometheus,
          "/api/v1/query_exemplars?query=http_server_duration_seconds_bucket&start=0&end=9999999999",
          answer -> answer.contains(ids) && answer.contains("\"span_id\":\"" + Scraped.SPAN_ID));
      await(
          prometheus,
          "/api/v1/query_exemplars?query=orders_total&start=0&end=9999999999",
          answer -> answer.contains(ids));
      await(
          prometheus,
          "/api/v1/query?query=http_server_duration_seconds_count",
          answer -> answer.contains("\"otel_scope_name\":\"test\"") && answer.contains("\"2\"]"));
      await(
          prometheus,
          "/api/v1/query?query=target_info",
          answer -> answer.contains("shop \\\"of\\\" \\\\all\\nthings"));
      await(
          prometheus,
          "/api/v1/targets/metadata?metric=http_server_duration_seconds",
          answer -> answer.contains("\"unit\":\"seconds\"") && answer.contains("How long"));
      await(prometheus, "/api/v1/targets", answer -> answer.contains("\"lastError\":\"\""));
    } finally {
      target.stop(0);
    }
  }

  @Test
  void promtoolIsContentWithTheText() throws IOException {
    recordEveryKind();
    assertThat(PrometheusProcess.promtool(scraper.scrape(null).body())).isEmpty();
    assertThat(PrometheusProcess.promtool("a{ 1\n".getBytes(UTF_8))).contains("error");
  }

  private void recordEveryKind() {
    var duration =
        scraped
            .meter
            .histogramBuilder("http.server.duration")
            .setUnit("s")
            .setDescription("How long requests take.")
            .setExplicitBucketBoundariesAdvice(List.of(0.1, 1.0))
            .build();
    duration.record(0.05, attributes("route", "/ü\"\\\n"), sampledSpan());
    duration.record(7, attributes("route", "/ü\"\\\n"), sampledSpan());
    scraped
        .meter
        .counterBuilder("orders")
        .setDescription("Orders taken.")
        .build()
        .add(3, Attributes.empty(), sampledSpan());
    scraped
        .meter
        .gaugeBuilder("load")
        .setDescription("Load.")
        .build()
        .set(Double.POSITIVE_INFINITY);
    scraped.meter.upDownCounterBuilder("stock").setDescription("Stock.").build().add(-5);
  }

  private HttpServer serve() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/metrics", this::answer);
    server.start();
    return server;
  }

  private void answer(HttpExchange exchange) throws IOException {
    Scrape scrape = scraper.scrape(exchange.getRequestHeaders().getFirst("Accept"));
    exchange.getResponseHeaders().set("Content-Type", scrape.contentType());
    exchange.sendResponseHeaders(200, scrape.body().length);
    try (var out = exchange.getResponseBody()) {
      out.write(scrape.body());
    }
  }

  private static void await(PrometheusProcess prometheus, String path, Predicate<String> expected)
      throws InterruptedException {
    long deadline = System.currentTimeMillis() + DEADLINE_MILLIS;
    String answer = prometheus.get(path);
    while (!expected.test(answer) && System.currentTimeMillis() < deadline) {
      Thread.sleep(200);
      answer = prometheus.get(path);
    }
    assertThat(answer).as(path).matches(expected);
  }
}
