package io.heliograph.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Heliograph;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EndpointsTest {

  @RegisterExtension
  static final QuarkusUnitTest APPLICATION =
      new QuarkusUnitTest()
          .withEmptyApplication()
          .setForcedDependencies(
              List.of(quarkus("quarkus-micrometer"), quarkus("quarkus-smallrye-health")))
          .overrideConfigKey("quarkus.management.enabled", "true")
          .overrideRuntimeConfigKey("quarkus.management.test-port", "0")
          .overrideRuntimeConfigKey("heliograph.test.enabled", "true")
          .overrideRuntimeConfigKey("heliograph.metrics.exporter", "prometheus");

  @Inject Heliograph heliograph;
  @Inject MeterRegistry meters;

  @TestHTTPResource URI application;

  @TestHTTPResource(management = true)
  URI management;

  private static Dependency quarkus(String artifact) {
    return Dependency.of("io.quarkus", artifact, Version.getVersion());
  }

  @Test
  void metricsOfTheMachineAndOfMicrometerAreScraped() throws Exception {
    meters.counter("parcels").increment(3);

    HttpResponse<String> scraped = get(management, "q/heliographmetrics");

    assertThat(scraped.statusCode()).isEqualTo(200);
    assertThat(scraped.headers().firstValue("content-type").orElse("")).contains("text/plain");
    assertThat(scraped.body()).contains("jvm_memory_used_bytes").containsPattern("parcels.* 3");
  }

  @Test
  void diagnosticsAreTheSameAsElsewhere() throws Exception {
    JsonObject shown = new JsonObject(get(management, "q/heliograph").body());

    assertThat(shown.getMap().keySet())
        .containsExactlyElementsOf(heliograph.diagnostics().toMap().keySet());
    assertThat(shown.getJsonObject("instrumented").getMap())
        .containsEntry("JVM", "metrics")
        .containsEntry("Micrometer meters", "a registry")
        .containsEntry("log lines", "JBoss LogManager")
        .containsEntry("trace ids in the MDC", "JBoss LogManager");
  }

  @Test
  void usersOfTheApplicationSeeNeither() throws Exception {
    assertThat(get(application, "q/heliograph").statusCode()).isEqualTo(404);
    assertThat(get(application, "q/heliographmetrics").statusCode()).isEqualTo(404);
  }

  @Test
  void healthTellsWhetherTelemetryArrives() throws Exception {
    JsonObject health = new JsonObject(get(management, "q/health/well").body());

    JsonObject check = health.getJsonArray("checks").getJsonObject(0);
    assertThat(check.getString("name")).isEqualTo("heliograph");
    assertThat(check.getString("status")).isEqualTo("UP");
    assertThat(check.getJsonObject("data").getBoolean("healthy")).isTrue();
  }

  private static HttpResponse<String> get(URI root, String path)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(root.resolve("/" + path)).build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
