package io.heliograph.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {
  private static final String CANARY = "c4n4ry";

  private static final List<String> ENDPOINTS =
      List.of(
          "https://user:c4n4ry@collector:4318/v1?key=c4n4ry#c4n4ry",
          "https://c4n4ry@collector:4318",
          "https://collector:4318?c4n4ry");

  @Test
  void showsNoSecretOfValidSettings() {
    for (String endpoint : ENDPOINTS) {
      Settings settings =
          Load.properties(
              "heliograph.exporter.otlp.endpoint", endpoint,
              "heliograph.exporter.otlp.headers", "authorization=Bearer " + CANARY,
              "heliograph.exporter.otlp.traces.headers.authorization", CANARY,
              "heliograph.exporter.otlp.keystore.path", "/store",
              "heliograph.exporter.otlp.keystore.password", CANARY,
              "heliograph.exporter.otlp.truststore.path", "/store",
              "heliograph.exporter.otlp.truststore.password", CANARY,
              "heliograph.exporter.zipkin.endpoint", endpoint,
              "heliograph.destinations.backup.endpoint", endpoint,
              "heliograph.destinations.backup.headers.x", CANARY);
      assertThat(settings.toString()).doesNotContain(CANARY).contains("collector");
      assertThat(settings.effective().toString()).doesNotContain(CANARY).contains("collector");
      assertThat(settings.destinations(Signal.TRACES)).hasSize(2);
      assertThat(settings.destinations(Signal.TRACES).toString())
          .doesNotContain(CANARY)
          .contains("collector");
      assertThat(settings.destinations(Signal.TRACES).get(0).tls().toString())
          .doesNotContain(CANARY);
      assertThat(settings.warnings().toString()).doesNotContain(CANARY);
      assertThat(settings.invalid(OtlpSettings.HEADERS, "x").getMessage()).doesNotContain(CANARY);
      assertThat(settings.destinations(Signal.TRACES).get(0).headers()).containsValue(CANARY);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "heliograph.exporter.otlp.headers, Bearer c4n4ry",
    "heliograph.exporter.otlp.headers, a=%c4n4ry%",
    "heliograph.exporter.otlp.endpoint, htp://user:c4n4ry@host",
    "heliograph.exporter.otlp.endpoint, https://user:pass?c4n4ry@host/",
    "heliograph.exporter.otlp.endpoint, user:c4n4ry@host",
    "heliograph.exporter.otlp.endpoint, https://host:port?key=c4n4ry",
    "heliograph.exporter.otlp.endpoint, 'https://u:c4n4ry @host'",
    "heliograph.destinations.backup.headers, c4n4ry"
  })
  void showsNoSecretOfInvalidSettings(String key, String value) {
    ConfigurationException failure = Load.failing(key, value);
    assertThat(failure).hasMessageContaining(key).hasNoCause().hasNoSuppressedExceptions();
    assertThat(failure.toString() + failure.problems()).doesNotContain(CANARY);
  }

  @Test
  void showsNoValueOfAnUnknownKeyOrOfAProperty() {
    Settings settings = Load.properties("heliograph.exporter.otlp.pasword", CANARY);
    assertThat(settings.warnings()).singleElement().asString().doesNotContain(CANARY);
    assertThat(new Property("k", CANARY, "o").toString()).doesNotContain(CANARY);
  }

  @Test
  void masksEverySecretOfTheCatalogue() {
    assertThat(Catalogue.all())
        .filteredOn(setting -> setting.key().matches(".*(headers|password)$"))
        .filteredOn(setting -> !setting.key().contains("captured"))
        .hasSize(6)
        .allMatch(Setting::isSecret);
  }
}
