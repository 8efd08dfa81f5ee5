package io.heliograph.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Compliance;
import io.heliograph.config.ConfigurationException.Problem;
import io.heliograph.config.DestinationSettings.FileOutput;
import io.heliograph.config.DestinationSettings.Retry;
import io.heliograph.config.DestinationSettings.Store;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DestinationsTest {

  @Test
  void sendsNothingWithoutAnEndpointAndSaysSo() {
    Settings settings = Load.properties();
    assertThat(settings.destinations(Signal.TRACES)).isEmpty();
    assertThat(settings.notices())
        .containsExactly(
            "The otlp exporter sends no traces, metrics and logs, because it has no endpoint:"
                + " set heliograph.exporter.otlp.endpoint (or OTEL_EXPORTER_OTLP_ENDPOINT).");
  }

  @Test
  void staysQuietWhenSwitchedOff() {
    assertThat(Load.properties("heliograph.sdk.disabled", "true").notices()).isEmpty();
    assertThat(
            Load.properties(
                    "heliograph.traces.exporter", "none",
                    "heliograph.metrics.exporter", "none",
                    "heliograph.logs.exporter", "none")
                .notices())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http/protobuf, http://c:1, http://c:1/v1/traces",
    "http/json, http://c:1/, http://c:1/v1/traces",
    "http/protobuf, https://c/base/, https://c/base/v1/traces",
    "http/protobuf, https://c/base?k=v, https://c/base/v1/traces?k=v",
    "http/protobuf, https://u:p@c, https://u:p@c/v1/traces",
    "grpc, http://c:1, http://c:1",
    "grpc, c:4317, https://c:4317"
  })
  void appendsThePathOfTracesToTheGeneralEndpointOverHttpOnly(
      String protocol, String endpoint, String expected) {
    Settings settings =
        Load.properties(
            "heliograph.exporter.otlp.protocol", protocol,
            "heliograph.exporter.otlp.endpoint", endpoint);
    assertThat(single(settings).endpoint()).hasToString(expected);
    assertThat(settings.notices()).isEmpty();
  }

  @Test
  void usesTheEndpointOfTracesAsItIs() {
    Settings settings =
        Load.environment(
            "OTEL_EXPORTER_OTLP_ENDPOINT", "http://general",
            "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "http://traces:1/custom/");
    assertThat(single(settings).endpoint()).hasToString("http://traces:1/custom/");
  }

  @Test
  void goesWithoutTlsToAnEndpointWithoutSchemeWhenInsecure() {
    Settings settings =
        Load.environment(
            "OTEL_EXPORTER_OTLP_PROTOCOL", "grpc",
            "OTEL_EXPORTER_OTLP_INSECURE", "true",
            "OTEL_EXPORTER_OTLP_ENDPOINT", "collector");
    assertThat(single(settings).endpoint()).hasToString("http://collector");
  }

  @Test
  void overridesGeneralSettingsForTraces() {
    DestinationSettings otlp =
        single(
            Load.environment(
                "OTEL_EXPORTER_OTLP_ENDPOINT", "http://c",
                "OTEL_EXPORTER_OTLP_HEADERS", "a=1",
                "OTEL_EXPORTER_OTLP_TRACES_HEADERS", "b=2",
                "OTEL_EXPORTER_OTLP_TIMEOUT", "5000",
                "OTEL_EXPORTER_OTLP_TRACES_COMPRESSION", "none"));
    assertThat(otlp.headers()).isEqualTo(Map.of("b", "2"));
    assertThat(otlp.timeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(otlp.compression()).isEqualTo(Compression.NONE);
    assertThat(otlp.retry())
        .isEqualTo(
            new Retry(Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMinutes(10)));
  }

  @ParameterizedTest
  @CsvSource({"http/protobuf, http://c:4317", "grpc, http://c:4318"})
  void suspectsThePortOfTheOtherProtocol(String protocol, String endpoint) {
    assertThat(
            Load.properties(
                    "heliograph.exporter.otlp.protocol", protocol,
                    "heliograph.exporter.otlp.endpoint", endpoint)
                .warnings())
        .singleElement()
        .asString()
        .contains(endpoint, "Maybe change heliograph.exporter.otlp.protocol");
  }

  @Test
  void suspectsAPathThatWouldBeAppendedTwice() {
    assertThat(
            Load.properties("heliograph.exporter.otlp.endpoint", "http://c/v1/traces").warnings())
        .singleElement()
        .asString()
        .contains("Maybe use heliograph.exporter.otlp.traces.endpoint instead");
  }

  @Test
  void completesANamedDestinationFromTheGeneralSettings() {
    DestinationSettings backup =
        single(
            Load.properties(
                "heliograph.exporter.otlp.timeout", "5s",
                "heliograph.bsp.max.queue.size", "1000",
                "heliograph.destinations.backup.endpoint", "https://backup",
                "heliograph.destinations.backup.retry.max-elapsed", "1h",
                "heliograph.destinations.backup.bsp.max.export.batch.size", "9",
                "heliograph.destinations.backup.keystore.path", "/keys",
                "heliograph.destinations.backup.keystore.password", "x"));
    assertThat(backup.name()).isEqualTo("backup");
    assertThat(backup.type()).isEqualTo(DestinationType.OTLP);
    assertThat(backup.endpoint()).isEqualTo(URI.create("https://backup/v1/traces"));
    assertThat(backup.timeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(backup.retry().maxElapsed()).isEqualTo(Duration.ofHours(1));
    assertThat(backup.batch().maxQueueSize()).isEqualTo(1000);
    assertThat(backup.batch().maxExportBatchSize()).isEqualTo(9);
    assertThat(backup.tls().keyStore()).isEqualTo(new Store(Path.of("/keys"), "x", "PKCS12"));
  }

  @Test
  void keepsCredentialsOfOneReceiverFromAnother() {
    Settings settings =
        Load.properties(
            "heliograph.exporter.otlp.endpoint", "https://a",
            "heliograph.exporter.otlp.headers", "authorization=secret",
            "heliograph.destinations.b.endpoint", "https://b");
    assertThat(settings.destinations(Signal.TRACES))
        .extracting(DestinationSettings::name)
        .containsExactly("otlp", "b");
    assertThat(settings.destinations(Signal.TRACES).get(1).headers()).isEmpty();
  }

  @Test
  void readsNamedDestinationsFromTheEnvironment() {
    Settings settings =
        Settings.load(
            PropertySource.of(
                Map.of("heliograph.destinations.eu-west.endpoint", "https://eu"),
                "application.yml"),
            Map.of(
                "HELIOGRAPH_DESTINATIONS_EU_WEST_TIMEOUT", "1s",
                "HELIOGRAPH_DESTINATIONS_US_ENDPOINT", "https://us"));
    assertThat(settings.destinations(Signal.TRACES))
        .extracting(DestinationSettings::name)
        .containsExactly("eu-west", "us");
    assertThat(settings.destinations(Signal.TRACES).get(0).timeout())
        .isEqualTo(Duration.ofSeconds(1));
    assertThat(settings.warnings()).isEmpty();
  }

  @Test
  @Compliance("Environment Variables > OTEL_TRACES_EXPORTER")
  void makesADestinationOfEachExporter() {
    Settings settings =
        Load.properties(
            "heliograph.traces.exporter", "console,file,zipkin",
            "heliograph.exporter.file.path", "/tmp/t.jsonl",
            "heliograph.exporter.zipkin.endpoint", "http://z:9411/api/v2/spans",
            "heliograph.exporter.zipkin.timeout", "2s",
            "heliograph.exporter.otlp.headers", "authorization=secret");
    assertThat(settings.destinations(Signal.TRACES))
        .extracting(DestinationSettings::type)
        .containsExactly(DestinationType.CONSOLE, DestinationType.FILE, DestinationType.ZIPKIN);
    DestinationSettings zipkin = settings.destinations(Signal.TRACES).get(2);
    assertThat(zipkin.endpoint()).hasToString("http://z:9411/api/v2/spans");
    assertThat(zipkin.timeout()).isEqualTo(Duration.ofSeconds(2));
    assertThat(zipkin.headers()).isEmpty();
    assertThat(settings.destinations(Signal.TRACES).get(1).file())
        .isEqualTo(new FileOutput(Path.of("/tmp/t.jsonl"), 64L << 20, 5));
  }

  @ParameterizedTest
  @CsvSource({
    "heliograph.destinations.x.type, otlp, heliograph.destinations.x.endpoint",
    "heliograph.destinations.x.type, zipkin, heliograph.destinations.x.endpoint",
    "heliograph.destinations.x.type, file, heliograph.destinations.x.file.path",
    "heliograph.traces.exporter, file, heliograph.exporter.file.path",
    "heliograph.destinations.otlp.timeout, 1s, heliograph.destinations.otlp"
  })
  void rejectsADestinationThatLeadsNowhere(String key, String value, String missing) {
    assertThat(Load.failing(key, value).problems())
        .extracting(Problem::key)
        .containsExactly(missing);
  }

  @Test
  void rejectsAClientKeyWithoutItsCertificate() {
    assertThat(
            Load.failing(
                    "heliograph.exporter.otlp.endpoint", "https://c",
                    "heliograph.exporter.otlp.client.key", "/key.pem")
                .problems())
        .containsExactly(
            new Problem(
                "heliograph.exporter.otlp.client.key",
                "/key.pem",
                "accompanied by heliograph.exporter.otlp.client.certificate",
                "application.yml",
                null));
  }

  @Test
  void sendsEachSignalToItsOwnPathOfTheGeneralEndpoint() {
    Settings settings = Load.properties("heliograph.exporter.otlp.endpoint", "http://c:1/base");
    assertThat(logs(settings).endpoint()).hasToString("http://c:1/base/v1/logs");
    assertThat(single(settings).endpoint()).hasToString("http://c:1/base/v1/traces");
  }

  @Test
  void overridesGeneralSettingsForLogsAlone() {
    Settings settings =
        Load.environment(
            "OTEL_EXPORTER_OTLP_ENDPOINT", "http://c",
            "OTEL_EXPORTER_OTLP_HEADERS", "a=1",
            "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT", "http://logs:1/custom/",
            "OTEL_EXPORTER_OTLP_LOGS_HEADERS", "b=2",
            "OTEL_BLRP_MAX_QUEUE_SIZE", "1000");
    assertThat(logs(settings).endpoint()).hasToString("http://logs:1/custom/");
    assertThat(logs(settings).headers()).isEqualTo(Map.of("b", "2"));
    assertThat(logs(settings).batch().maxQueueSize()).isEqualTo(1000);
    assertThat(single(settings).headers()).isEqualTo(Map.of("a", "1"));
    assertThat(single(settings).batch().maxQueueSize()).isEqualTo(65536);
  }

  @Test
  void aNamedDestinationServesEverySignalByTheSettingsOfEach() {
    Settings settings =
        Load.properties(
            "heliograph.exporter.otlp.traces.timeout", "1s",
            "heliograph.exporter.otlp.logs.timeout", "2s",
            "heliograph.destinations.backup.endpoint", "https://backup",
            "heliograph.destinations.backup.headers.key", "k",
            "heliograph.destinations.backup.compression", "none",
            "heliograph.destinations.backup.blrp.max.queue.size", "1000");
    assertThat(logs(settings).endpoint()).hasToString("https://backup/v1/logs");
    assertThat(logs(settings).timeout()).isEqualTo(Duration.ofSeconds(2));
    assertThat(logs(settings).headers()).isEqualTo(Map.of("key", "k"));
    assertThat(logs(settings).compression()).isEqualTo(Compression.NONE);
    assertThat(logs(settings).batch().maxQueueSize()).isEqualTo(1000);
    assertThat(single(settings).timeout()).isEqualTo(Duration.ofSeconds(1));
    assertThat(single(settings).headers()).isEqualTo(Map.of("key", "k"));
  }

  @Test
  void aNamedDestinationServesOnlyTheSignalsThatItNames() {
    Settings settings =
        Load.properties(
            "heliograph.destinations.archive.type", "file",
            "heliograph.destinations.archive.signals", "logs",
            "heliograph.destinations.archive.file.path", "/var/app.jsonl");
    assertThat(settings.destinations(Signal.TRACES)).isEmpty();
    assertThat(logs(settings).file())
        .isEqualTo(new FileOutput(Path.of("/var/app.jsonl"), 64L << 20, 5));
  }

  @Test
  void writesEachSignalToAFileOfItsOwn() {
    Settings settings =
        Load.properties(
            "heliograph.traces.exporter", "file",
            "heliograph.logs.exporter", "file",
            "heliograph.exporter.file.path", "/var/app.jsonl");
    assertThat(single(settings).file().path()).isEqualTo(Path.of("/var/app.jsonl"));
    assertThat(logs(settings).file().path()).isEqualTo(Path.of("/var/app-logs.jsonl"));
  }

  private static DestinationSettings logs(Settings settings) {
    assertThat(settings.destinations(Signal.LOGS)).hasSize(1);
    return settings.destinations(Signal.LOGS).get(0);
  }

  private static DestinationSettings single(Settings settings) {
    assertThat(settings.destinations(Signal.TRACES)).hasSize(1);
    return settings.destinations(Signal.TRACES).get(0);
  }
}
