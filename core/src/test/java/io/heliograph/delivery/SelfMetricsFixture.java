package io.heliograph.delivery;

import io.heliograph.Heliograph;
import io.heliograph.config.PropertySource;
import io.heliograph.config.Settings;
import io.heliograph.contract.receiver.OtlpReceiver;
import io.heliograph.export.InMemoryExporter;
import io.heliograph.export.MetricData;
import io.opentelemetry.api.trace.Tracer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** An engine that exports to a real receiver, and its own metrics also where a test can look. */
abstract class SelfMetricsFixture {

  static final Duration LONG = Duration.ofSeconds(30);
  static final String SHUTDOWN = "heliograph.shutdown.timeout";

  final OtlpReceiver receiver = OtlpReceiver.start();
  final InMemoryExporter<MetricData> seen = new InMemoryExporter<>();

  @AfterEach
  void close() {
    receiver.close();
  }

  /** The next collection, as an exporter beside the one under test gets it. */
  SelfReadings look(Heliograph heliograph) {
    seen.reset();
    boolean alsoDelivered = heliograph.flush(Duration.ofMillis(1));
    long deadline = System.nanoTime() + LONG.toNanos();
    while (seen.items().isEmpty() && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    return new SelfReadings(seen.items());
  }

  Heliograph start(String protocol, Map<String, String> more) {
    return Heliograph.builder()
        .settings(settings(protocol, more))
        .metricExporter("seen", seen)
        .build();
  }

  Settings settings(String protocol, Map<String, String> more) {
    Map<String, String> properties = new HashMap<>();
    properties.put("heliograph.exporter.otlp.protocol", protocol);
    properties.put("heliograph.exporter.otlp.endpoint", endpoint(protocol));
    properties.put("heliograph.exporter.otlp.retry.initial-backoff", "20ms");
    properties.put("heliograph.exporter.otlp.retry.max-backoff", "50ms");
    properties.putAll(more);
    return Settings.load(PropertySource.of(properties, "test"), Map.of());
  }

  String endpoint(String protocol) {
    return protocol.equals("grpc") ? receiver.grpcEndpoint() : receiver.httpEndpoint();
  }

  static void work(Heliograph heliograph, int times) {
    Tracer tracer = heliograph.openTelemetry().getTracer("t");
    for (int i = 0; i < times; i++) {
      tracer.spanBuilder("span").startSpan().end();
      heliograph.openTelemetry().getLogsBridge().get("l").logRecordBuilder().setBody("b").emit();
    }
  }
}
