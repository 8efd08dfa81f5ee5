package io.heliograph.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Heliograph;
import io.heliograph.spring.app.LocalServer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.context.annotation.Import;

/** What an application's health says of its telemetry, and what it never does. */
class HealthTest {

  private static final String HEALTH = "/actuator/health";

  @Test
  void isUpWhileEverythingArrives() {
    try (LocalServer server = start()) {
      assertThat(work(server)).isTrue();

      Map<String, Object> health = json(server, HEALTH + "/heliograph");
      assertThat(health).containsEntry("status", "UP");
      assertThat(health.get("details"))
          .hasToString("{problems=[], destinations=" + destinations(server) + "}");
      assertThat(destinations(server)).contains("name=switchable", "delivered=1", "dropped={}");
    }
  }

  @Test
  void isUnknownWhileItDoesNotAndUpAgainLater() {
    try (LocalServer server = start()) {
      Switchable destination = server.beans().getBean(Switchable.class);
      destination.refuse(true);
      assertThat(work(server)).isFalse();

      Map<String, Object> health = json(server, HEALTH + "/heliograph");
      assertThat(health).containsEntry("status", "UNKNOWN");
      assertThat(health.get("details").toString())
          .contains("traces to 'switchable'", "1 refused", "dropped={refused=1}", "lastError=");

      destination.refuse(false);
      assertThat(work(server)).isTrue();
      destination.waitFor(Duration.ofMinutes(5));
      assertThat(json(server, HEALTH + "/heliograph")).containsEntry("status", "UP");
    }
  }

  @Test
  void takesNoApplicationOutOfServiceAndRestartsNone() {
    try (LocalServer server = start()) {
      server.beans().getBean(Switchable.class).refuse(true);
      assertThat(work(server)).isFalse();

      HttpResponse<String> whole = server.get(HEALTH);
      assertThat(whole.statusCode()).isEqualTo(200);
      assertThat(json(server, HEALTH)).containsEntry("status", "UP");
      assertThat(whole.body()).contains("\"UNKNOWN\"");
      for (String probe : new String[] {"liveness", "readiness"}) {
        HttpResponse<String> answer = server.get(HEALTH + "/" + probe);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("UP").doesNotContain("heliograph");
      }
    }
  }

  @Test
  void canBeMadeAnAlarmInAGroupOfItsOwn() {
    try (LocalServer server =
        start(
            "management.endpoint.health.group.telemetry.include=heliograph",
            "management.endpoint.health.group.telemetry.status.http-mapping.unknown=503")) {
      assertThat(server.get(HEALTH + "/telemetry").statusCode()).isEqualTo(200);
      server.beans().getBean(Switchable.class).refuse(true);
      assertThat(work(server)).isFalse();

      assertThat(server.get(HEALTH + "/telemetry").statusCode()).isEqualTo(503);
    }
  }

  @Test
  void isSwitchedOffLikeBootsOwn() {
    try (LocalServer server = start("management.health.heliograph.enabled=false")) {
      assertThat(server.get(HEALTH + "/heliograph").statusCode()).isEqualTo(404);
    }
    try (LocalServer server = start("management.health.defaults.enabled=false")) {
      assertThat(server.get(HEALTH + "/heliograph").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void isNotThereWhereTheEngineIsOff() {
    try (LocalServer server = start("heliograph.sdk.disabled=true")) {
      assertThat(server.get(HEALTH + "/heliograph").statusCode()).isEqualTo(404);
      assertThat(server.get(HEALTH).statusCode()).isEqualTo(200);
    }
  }

  private static LocalServer start(String... properties) {
    String[] all = new String[properties.length + 3];
    System.arraycopy(properties, 0, all, 3, properties.length);
    all[0] = "management.endpoint.health.show-details=always";
    all[1] = "management.endpoint.health.probes.enabled=true";
    all[2] = "spring.datasource.url=jdbc:h2:mem:health";
    return LocalServer.start(Application.class, all);
  }

  private static boolean work(LocalServer server) {
    Heliograph heliograph = server.beans().getBean(Heliograph.class);
    heliograph.openTelemetry().getTracer("t").spanBuilder("s").startSpan().end();
    return heliograph.flush();
  }

  private static Map<String, Object> json(LocalServer server, String path) {
    return JsonParserFactory.getJsonParser().parseMap(server.get(path).body());
  }

  private static String destinations(LocalServer server) {
    return server
        .beans()
        .getBean(Heliograph.class)
        .diagnostics()
        .toMap()
        .get("destinations")
        .toString();
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  @Import(Switchable.class)
  static class Application {}
}
