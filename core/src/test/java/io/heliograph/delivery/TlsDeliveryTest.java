package io.heliograph.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.Heliograph;
import io.heliograph.config.ConfigurationException;
import io.heliograph.config.PropertySource;
import io.heliograph.config.Settings;
import io.heliograph.contract.receiver.OtlpReceiver;
import io.heliograph.contract.receiver.TestCertificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS and mTLS from the settings, PEM files and key stores, over HTTP and gRPC. */
class TlsDeliveryTest {

  private static final String OTLP = "heliograph.exporter.otlp.";

  @TempDir static Path folder;
  private static TestCertificates certificates;

  @BeforeAll
  static void makeCertificates() {
    certificates = TestCertificates.create(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http/protobuf", "grpc"})
  void trustsTheAuthorityInAPemFile(String protocol) {
    try (OtlpReceiver receiver = OtlpReceiver.builder().tls(certificates.serverContext()).start()) {
      assertDelivers(receiver, protocol, Map.of(OTLP + "certificate", file("ca.pem")));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http/protobuf", "grpc"})
  void showsItsPemCertificate(String protocol) {
    try (OtlpReceiver receiver =
        OtlpReceiver.builder().mutualTls(certificates.serverContext()).start()) {
      assertDelivers(
          receiver,
          protocol,
          Map.of(
              OTLP + "certificate", file("ca.pem"),
              OTLP + "client.key", file("client.key"),
              OTLP + "client.certificate", file("client.pem")));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http/protobuf", "grpc"})
  void showsTheCertificateOfItsKeyStore(String protocol) {
    try (OtlpReceiver receiver =
        OtlpReceiver.builder().mutualTls(certificates.serverContext()).start()) {
      assertDelivers(
          receiver,
          protocol,
          Map.of(
              OTLP + "truststore.path",
              file("trust.p12"),
              OTLP + "truststore.password",
              TestCertificates.PASSWORD,
              OTLP + "keystore.path",
              file("client.p12"),
              OTLP + "keystore.password",
              TestCertificates.PASSWORD));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http/protobuf", "grpc"})
  void deliversNothingToAReceiverItDoesNotTrust(String protocol) {
    try (OtlpReceiver receiver = OtlpReceiver.builder().tls(certificates.serverContext()).start();
        Heliograph heliograph = start(receiver, protocol, Map.of())) {
      end(heliograph);
      assertThat(heliograph.flush(Duration.ofSeconds(30))).isFalse();
      assertThat(receiver.spans()).isEmpty();
    }
  }

  @Test
  void anUnreadableCertificateStopsTheStartAndNamesKeyValueAndOrigin() {
    assertStartFails(
        Map.of(OTLP + "certificate", "/nowhere/ca.pem"),
        OTLP + "certificate",
        "/nowhere/ca.pem",
        "from test");
  }

  @Test
  void aFileWithoutACertificateStopsTheStart() throws IOException {
    Path junk = Files.writeString(folder.resolve("junk.pem"), "not a certificate");
    assertStartFails(
        Map.of(OTLP + "certificate", junk.toString()), OTLP + "certificate", "junk.pem");
  }

  @Test
  void aWrongPasswordStopsTheStartAndIsNotShown() {
    assertThatThrownBy(
            () ->
                start(
                    "https://127.0.0.1:1",
                    "http/protobuf",
                    Map.of(
                        OTLP + "keystore.path",
                        file("client.p12"),
                        OTLP + "keystore.password",
                        "canary-4711")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(OTLP + "keystore.path")
        .hasMessageNotContaining("canary-4711");
  }

  private static void assertStartFails(Map<String, String> properties, String... parts) {
    assertThatThrownBy(() -> start("https://127.0.0.1:1", "http/protobuf", properties))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll(parts);
  }

  private static void assertDelivers(
      OtlpReceiver receiver, String protocol, Map<String, String> properties) {
    try (Heliograph heliograph = start(receiver, protocol, properties)) {
      end(heliograph);
      assertThat(heliograph.flush(Duration.ofSeconds(30))).isTrue();
      receiver.awaitSpans(1);
    }
    assertThat(receiver.violations()).isEmpty();
  }

  private static Heliograph start(
      OtlpReceiver receiver, String protocol, Map<String, String> properties) {
    return start(
        protocol.equals("grpc") ? receiver.grpcEndpoint() : receiver.httpEndpoint(),
        protocol,
        properties);
  }

  private static Heliograph start(
      String endpoint, String protocol, Map<String, String> properties) {
    Map<String, String> all = new HashMap<>(properties);
    all.put("heliograph.service.name", "tls");
    all.put(OTLP + "endpoint", endpoint);
    all.put(OTLP + "protocol", protocol);
    all.put(OTLP + "retry.max-elapsed", "300ms");
    all.put(OTLP + "retry.initial-backoff", "50ms");
    all.put("heliograph.shutdown.timeout", "200ms");
    Settings settings = Settings.load(PropertySource.of(all, "test"), Map.of());
    return Heliograph.builder().settings(settings).build();
  }

  private static void end(Heliograph heliograph) {
    heliograph.openTelemetry().getTracer("tls").spanBuilder("span").startSpan().end();
  }

  private static String file(String name) {
    return certificates.file(name).toString();
  }
}
