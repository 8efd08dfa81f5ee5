package io.heliograph.samples.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.contract.receiver.OtlpReceiver;
import io.heliograph.contract.receiver.Protocol;
import io.heliograph.contract.receiver.ReceivedRequest;
import io.heliograph.contract.receiver.ReceivedTrace;
import io.opentelemetry.api.trace.SpanKind;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An application that takes every version from its framework exports over each protocol. */
class BomOnlyIT {

  @ParameterizedTest
  @CsvSource({
    "boot-3, http/protobuf, HTTP_PROTOBUF",
    "boot-3, http/json, HTTP_JSON",
    "boot-3, grpc, GRPC",
    "boot-4, http/protobuf, HTTP_PROTOBUF",
    "boot-4, http/json, HTTP_JSON",
    "boot-4, grpc, GRPC",
    "quarkus, http/protobuf, HTTP_PROTOBUF",
    "quarkus, http/json, HTTP_JSON",
    "quarkus, grpc, GRPC",
    "micronaut, http/protobuf, HTTP_PROTOBUF",
    "micronaut, http/json, HTTP_JSON",
    "micronaut, grpc, GRPC",
    "micronaut-4, http/protobuf, HTTP_PROTOBUF",
    "micronaut-4, http/json, HTTP_JSON",
    "micronaut-4, grpc, GRPC"
  })
  void exports(String application, String protocol, Protocol received) throws IOException {
    try (OtlpReceiver receiver = OtlpReceiver.start();
        ServiceProcess process = start(application, protocol, receiver)) {
      process.awaitReady();

      assertThat(get(process.url() + "/greeting")).isEqualTo("Good day");

      ReceivedTrace trace = receiver.awaitTrace(span -> span.kind() == SpanKind.SERVER, 2);
      assertThat(trace.root().name()).isEqualTo("GET /greeting");
      assertThat(trace.root().serviceName()).isEqualTo("greeting");
      assertThat(trace.onlyChild(trace.root()).attributes())
          .containsEntry("db.system.name", "h2database");
      assertThat(receiver.requests())
          .isNotEmpty()
          .extracting(ReceivedRequest::protocol)
          .containsOnly(received);
      assertThat(receiver.violations()).isEmpty();
    }
  }

  private static ServiceProcess start(String application, String protocol, OtlpReceiver receiver) {
    String endpoint = protocol.equals("grpc") ? receiver.grpcEndpoint() : receiver.httpEndpoint();
    int port = Ports.free().getOrDefault(Part.ORDERS, 0);
    Path samples = Samples.folder();
    return ServiceProcess.start(
        application,
        Jdks.ofThisMachine().java(Runtime.version().feature()),
        port,
        samples.resolve("bom-only/" + application + "/target/" + jar(application)),
        List.of(
            "server.port=" + port,
            "quarkus.http.port=" + port,
            "micronaut.server.port=" + port,
            "heliograph.exporter.otlp.endpoint=" + endpoint,
            "heliograph.exporter.otlp.timeout=60s",
            "heliograph.exporter.otlp.protocol=" + protocol),
        samples.resolve("runner/target/logs/bom-only-" + application + ".log"));
  }

  private static String jar(String application) {
    return application.equals("quarkus")
        ? "quarkus-app/quarkus-run.jar"
        : "bom-only-" + application + ".jar";
  }

  private static String get(String url) throws IOException {
    try (InputStream answer = URI.create(url).toURL().openStream()) {
      return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
