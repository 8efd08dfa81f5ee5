package io.heliograph.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Heliograph;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Prometheus finds the metrics where Actuator's endpoints are. */
class ScrapeEndpointTest {

  private static final String PATH = "/actuator/heliographmetrics";
  private static final String EXPORTER = "heliograph.metrics.exporter=prometheus";
  private static final String EXPOSED =
      "management.endpoints.web.exposure.include=heliographmetrics,prometheus";
  private static final String PROMETHEUS =
      "application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,"
          + "text/plain;version=0.0.4;q=0.5,*/*;q=0.1";

  @ParameterizedTest
  @EnumSource(
      value = WebApplicationType.class,
      names = {"SERVLET", "REACTIVE"})
  void servesTheFormatThatIsAskedFor(WebApplicationType type) throws Exception {
    try (ConfigurableApplicationContext context = start(type, EXPORTER, EXPOSED)) {
      Heliograph heliograph = context.getBean(Heliograph.class);
      heliograph.openTelemetry().getMeter("test").counterBuilder("orders").build().add(3);

      HttpResponse<String> openMetrics = get(context, PROMETHEUS);
      assertThat(openMetrics.statusCode()).isEqualTo(200);
      assertThat(contentType(openMetrics))
          .isEqualTo("application/openmetrics-text;version=1.0.0;charset=utf-8");
      assertThat(openMetrics.body())
          .contains("orders_total{otel_scope_name=\"test\"} 3\n")
          .contains("# TYPE jvm_memory_used_bytes gauge\n")
          .endsWith("# EOF\n");

      HttpResponse<String> text = get(context, "*/*");
      assertThat(contentType(text)).isEqualTo("text/plain;version=0.0.4;charset=utf-8");
      assertThat(text.body()).contains("# TYPE orders_total counter\n").doesNotContain("# EOF");
    }
  }

  @Test
  void isHiddenUntilItIsExposed() throws Exception {
    try (ConfigurableApplicationContext context = start(WebApplicationType.SERVLET, EXPORTER)) {
      assertThat(get(context, "*/*").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void isNotThereWithoutItsExporter() throws Exception {
    try (ConfigurableApplicationContext context = start(WebApplicationType.SERVLET, EXPOSED)) {
      assertThat(context.getBeansOfType(ScrapeEndpoint.class)).isEmpty();
      assertThat(get(context, "*/*").statusCode()).isEqualTo(404);
    }
  }

  private static ConfigurableApplicationContext start(
      WebApplicationType type, String... properties) {
    return new SpringApplicationBuilder(Application.class)
        .web(type)
        .properties(
            "server.port=0",
            "server.address=127.0.0.1",
            "spring.main.banner-mode=off",
            "spring.datasource.url=jdbc:h2:mem:scrape")
        .properties(properties)
        .run();
  }

  private static HttpResponse<String> get(ConfigurableApplicationContext context, String accept)
      throws IOException, InterruptedException {
    String port = context.getEnvironment().getProperty("local.server.port");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + PATH))
            .header("Accept", accept)
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  /** Servers differ in the spaces and in the case of the charset. */
  private static String contentType(HttpResponse<String> response) {
    String header = response.headers().firstValue("Content-Type").orElseThrow();
    return header.replace(" ", "").toLowerCase(java.util.Locale.ROOT);
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  static class Application {}
}
