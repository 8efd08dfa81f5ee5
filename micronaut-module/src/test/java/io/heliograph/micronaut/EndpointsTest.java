package io.heliograph.micronaut;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.micronaut.app.Application;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(
    value = "hasManagement",
    disabledReason = "micronaut-management 5.0.2 is missing in the registry")
class EndpointsTest {

  private static final Map<String, Object> SCRAPED =
      Map.of("heliograph.metrics.exporter", "otlp,prometheus");

  static boolean hasManagement() {
    return Micronaut.IS_4;
  }

  @Test
  void nobodySeesThemUnlessAsked() throws Exception {
    try (Application application = Application.start(SCRAPED)) {
      assertThat(get(application, "/heliograph").statusCode()).isEqualTo(401);
      assertThat(get(application, "/heliographmetrics").statusCode()).isEqualTo(401);
    }
  }

  @Test
  void showDiagnosticsMetricsAndHealth() throws Exception {
    Map<String, Object> open = new HashMap<>(SCRAPED);
    open.put("endpoints.heliograph.sensitive", false);
    open.put("endpoints.heliographmetrics.sensitive", false);
    open.put("endpoints.health.details-visible", "ANONYMOUS");
    try (Application application = Application.start(open)) {
      application.context().getBean(MeterRegistry.class).counter("parcels").increment(3);

      HttpResponse<String> scraped = get(application, "/heliographmetrics");
      assertThat(scraped.headers().firstValue("content-type").orElse("")).contains("text/plain");
      assertThat(scraped.body()).contains("jvm_memory_used_bytes").containsPattern("parcels.* 3");

      assertThat(get(application, "/heliograph").body())
          .contains("\"instrumented\"")
          .contains("\"HTTP server\":\"Netty\"")
          .contains("\"Micrometer meters\":\"a registry\"")
          .contains("\"log lines\":\"Logback\"");

      assertThat(get(application, "/health").body())
          .contains("\"heliograph\":{\"name\":\"application\",\"status\":\"UP\"");
    }
  }

  @Test
  void metricsAreNotThereUnlessTheyAreToBeScraped() throws Exception {
    try (Application application =
        Application.start(Map.of("endpoints.heliographmetrics.sensitive", false))) {
      assertThat(get(application, "/heliographmetrics").statusCode()).isEqualTo(404);
    }
  }

  private static HttpResponse<String> get(Application application, String path)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(application.uri().resolve(path)).build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
