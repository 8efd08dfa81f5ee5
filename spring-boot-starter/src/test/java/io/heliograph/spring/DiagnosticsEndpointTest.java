package io.heliograph.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import io.heliograph.Heliograph;
import io.heliograph.spring.app.LocalServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.context.annotation.Import;

/** What an operator reads of an engine through Actuator. */
class DiagnosticsEndpointTest {

  private static final String PATH = "/actuator/heliograph";
  private static final String EXPOSED = "management.endpoints.web.exposure.include=heliograph";
  private static final String CANARY = "canary-7f3a9c";

  @Test
  void showsDestinationsWithWhatBecameOfEachItem() {
    try (LocalServer server = start(EXPOSED)) {
      server.beans().getBean(Switchable.class).refuse(true);
      Heliograph heliograph = server.beans().getBean(Heliograph.class);
      heliograph.openTelemetry().getTracer("t").spanBuilder("s").startSpan().end();
      assertThat(heliograph.flush()).isFalse();

      Map<String, Object> body = json(server);
      assertThat((List<?>) body.get("problems")).hasSize(1);
      assertThat((List<?>) body.get("destinations"))
          .singleElement()
          .asInstanceOf(MAP)
          .containsEntry("signal", "traces")
          .containsEntry("name", "switchable")
          .containsEntry("healthy", false)
          .containsEntry("dropped", Map.of("refused", 1))
          .containsEntry("lastError", "refused")
          .hasEntrySatisfying(
              "lastFailure",
              time -> assertThat(time.toString()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z"))
          .hasEntrySatisfying(
              "queue",
              queue -> assertThat(queue.toString()).contains("items=0", "capacityItems=65536"));
    }
  }

  @Test
  void showsWhatIsRecordedWhatIsNotAndWhoRecordsIt() {
    try (LocalServer server =
        start(EXPOSED, "heliograph.scheduled.enabled=false", "heliograph.jvm.owner=micrometer")) {
      Map<String, Object> body = json(server);

      assertThat(body)
          .extractingByKey("instrumented", MAP)
          .containsEntry("HTTP server", "Spring MVC")
          .containsEntry("data sources", "dataSource");
      assertThat(body)
          .extractingByKey("notInstrumented", MAP)
          .containsEntry("scheduled methods", "heliograph.scheduled.enabled is false")
          .containsEntry("JVM", "heliograph.jvm.owner is micrometer");
      assertThat(body)
          .extractingByKey("owners", MAP)
          .containsEntry("http.server", "heliograph")
          .containsEntry("jvm", "micrometer");
    }
  }

  @Test
  void showsTheSettingsWithTheirOriginAndNoSecret() {
    try (LocalServer server =
        start(
            EXPOSED,
            "heliograph.exporter.otlp.endpoint=http://user:" + CANARY + "@127.0.0.1:1",
            "heliograph.exporter.otlp.headers=api-key=" + CANARY,
            "heliograph.shutdown.timeout=100ms")) {
      assertThat(server.get(PATH).body()).doesNotContain(CANARY).contains("127.0.0.1:1");
      assertThat(json(server))
          .extractingByKey("settings", MAP)
          .extractingByKey("heliograph.shutdown.timeout", MAP)
          .containsEntry("value", "100ms")
          .hasEntrySatisfying(
              "origin", origin -> assertThat(origin.toString()).contains("shutdown.timeout"));
    }
  }

  @Test
  void saysThatAnEngineIsOff() {
    try (LocalServer server = start(EXPOSED, "heliograph.sdk.disabled=true")) {
      assertThat(json(server)).extractingByKey("engine", MAP).containsEntry("enabled", "false");
    }
  }

  @Test
  void isHiddenUntilItIsExposedByName() {
    try (LocalServer server = start()) {
      assertThat(server.get(PATH).statusCode()).isEqualTo(404);
    }
  }

  private static LocalServer start(String... properties) {
    String[] all = new String[properties.length + 1];
    System.arraycopy(properties, 0, all, 1, properties.length);
    all[0] = "spring.datasource.url=jdbc:h2:mem:endpoint";
    return LocalServer.start(Application.class, all);
  }

  private static Map<String, Object> json(LocalServer server) {
    return JsonParserFactory.getJsonParser().parseMap(server.get(PATH).body());
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  @Import(Switchable.class)
  static class Application {}
}
