package io.heliograph.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownKeysTest {

  @Test
  void namesTheNearestKeyAndTheOrigin() {
    assertThat(Load.properties("heliograph.exporter.otlp.endpont", "x").warnings())
        .containsExactly(
            "Unknown key heliograph.exporter.otlp.endpont. Maybe heliograph.exporter.otlp.endpoint"
                + " (from application.yml)");
  }

  @Test
  void namesTheNearestVariableInItsOwnSpelling() {
    assertThat(Load.environment("HELIOGRAPH_SERVICE_NAM", "x").warnings())
        .containsExactly(
            "Unknown key HELIOGRAPH_SERVICE_NAM. Maybe HELIOGRAPH_SERVICE_NAME"
                + " (from environment variable HELIOGRAPH_SERVICE_NAM)");
    assertThat(Load.environment("OTEL_SERVICENAME", "x").warnings()).isEmpty();
    assertThat(Load.environment("OTEL_SERVICE_NAMES", "x").warnings())
        .containsExactly(
            "Unknown key OTEL_SERVICE_NAMES. Maybe OTEL_SERVICE_NAME"
                + " (from environment variable OTEL_SERVICE_NAMES)");
    assertThat(Load.properties("otel.service.names", "x").warnings())
        .containsExactly(
            "Unknown key otel.service.names. Maybe otel.service.name (from application.yml)");
  }

  @Test
  void advisesNothingWhenNoKeyIsNear() {
    assertThat(Load.properties("heliograph.completely.different.thing", "x").warnings())
        .containsExactly(
            "Unknown key heliograph.completely.different.thing (from application.yml)");
  }

  @Test
  void namesTheNearestKeyOfANamedDestination() {
    assertThat(
            Load.properties(
                    "heliograph.destinations.backup.endpoint", "http://backup",
                    "heliograph.destinations.backup.timout", "1s")
                .warnings())
        .containsExactly(
            "Unknown key heliograph.destinations.backup.timout."
                + " Maybe heliograph.destinations.backup.timeout (from application.yml)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "otel.exporter.prometheus.port",
        "otel.exporter.prometheus.host",
        "heliograph.exporter.prometheus.port"
      })
  void saysWhereMetricsAreScrapedInsteadOfAnOwnPort(String key) {
    assertThat(Load.properties(key, "9464").warnings())
        .containsExactly(
            key
                + " has no effect: metrics are scraped at the framework's management endpoint, on"
                + " its host and port (Spring Boot: /actuator/heliographmetrics)"
                + " (from application.yml)");
  }

  @Test
  void warnsOfVariablesOfTheSpecificationThatAreNotSupported() {
    assertThat(Load.environment("OTEL_EXPORTER_JAEGER_ENDPOINT", "x").warnings())
        .containsExactly(
            "OTEL_EXPORTER_JAEGER_ENDPOINT is not supported and has no effect"
                + " (from environment variable OTEL_EXPORTER_JAEGER_ENDPOINT)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"OTEL_JAVAAGENT_ENABLED", "OTEL_INSTRUMENTATION_COMMON_DEFAULT_ENABLED"})
  void leavesVariablesOfOthersAlone(String variable) {
    assertThat(Load.environment(variable, "x").warnings()).isEmpty();
  }

  @Test
  void reportsAVariableOnceThoughTheFrameworkHandsItOverToo() {
    Map<String, String> environment = Map.of("HELIOGRAPH_NO_SUCH_THING", "x");
    Settings settings = Settings.load(PropertySource.environment(environment), environment);
    assertThat(settings.warnings()).hasSize(1);
  }

  @Test
  void knowsAKeyThatAHigherRankOverrides() {
    Settings settings =
        Settings.load(
            PropertySource.of(Load.map("heliograph.service.name", "a"), "application.yml"),
            Load.map("OTEL_SERVICE_NAME", "b", "HELIOGRAPH_SERVICE_NAME", "c"));
    assertThat(settings.warnings()).isEmpty();
  }
}
