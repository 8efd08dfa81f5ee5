package io.heliograph.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.DestinationStatus;
import io.heliograph.Heliograph;
import io.heliograph.config.PropertySource;
import io.heliograph.config.Settings;
import io.heliograph.config.Signal;
import io.heliograph.contract.receiver.OtlpReceiver;
import io.heliograph.contract.receiver.ScriptedResponse;
import io.heliograph.export.DropReason;
import io.heliograph.export.InMemoryExporter;
import io.heliograph.export.MetricData;
import io.heliograph.pipeline.Samplers;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine's metrics about itself tell what its ledger tells, whatever goes wrong. */
class SelfMetricsTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final String SHUTDOWN = "heliograph.shutdown.timeout";

  private final OtlpReceiver receiver = OtlpReceiver.start();
  private final InMemoryExporter<MetricData> seen = new InMemoryExporter<>();

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void allSeventeenOfTheConventionsAreThereWithTheirUnits() {
    try (Heliograph heliograph = start("http/protobuf", Map.of())) {
      work(heliograph, 1);
      assertThat(heliograph.flush(LONG)).isTrue();
      SelfReadings readings = look(heliograph);
      assertThat(readings.units())
          .isEqualTo(
              Map.ofEntries(
                  Map.entry("otel.sdk.span.started", "{span}"),
                  Map.entry("otel.sdk.span.live", "{span}"),
                  Map.entry("otel.sdk.log.created", "{log_record}"),
                  Map.entry("otel.sdk.processor.span.processed", "{span}"),
                  Map.entry("otel.sdk.processor.span.queue.size", "{span}"),
                  Map.entry("otel.sdk.processor.span.queue.capacity", "{span}"),
                  Map.entry("otel.sdk.processor.log.processed", "{log_record}"),
                  Map.entry("otel.sdk.processor.log.queue.size", "{log_record}"),
                  Map.entry("otel.sdk.processor.log.queue.capacity", "{log_record}"),
                  Map.entry("otel.sdk.exporter.span.exported", "{span}"),
                  Map.entry("otel.sdk.exporter.span.inflight", "{span}"),
                  Map.entry("otel.sdk.exporter.log.exported", "{log_record}"),
                  Map.entry("otel.sdk.exporter.log.inflight", "{log_record}"),
                  Map.entry("otel.sdk.exporter.metric_data_point.exported", "{data_point}"),
                  Map.entry("otel.sdk.exporter.metric_data_point.inflight", "{data_point}"),
                  Map.entry("otel.sdk.exporter.operation.duration", "s"),
                  Map.entry("otel.sdk.metric_reader.collection.duration", "s")));
      assertThat(readings.scopes()).containsExactly("io.heliograph");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http/protobuf, otlp_http_span_exporter",
    "http/json, otlp_http_json_span_exporter",
    "grpc, otlp_grpc_span_exporter"
  })
  void anExporterIsNamedByItsProtocolItsDestinationAndItsServer(String protocol, String type) {
    try (Heliograph heliograph = start(protocol, Map.of())) {
      work(heliograph, 1);
      assertThat(heliograph.flush(LONG)).isTrue();
      assertThat(
              look(heliograph).value("otel.sdk.exporter.span.exported", exporter(type, protocol)))
          .isEqualTo(1);
    }
  }

  private Map<String, Object> exporter(String type, String protocol) {
    URI endpoint = URI.create(endpoint(protocol));
    return Map.of(
        "otel.component.type",
        type,
        "otel.component.name",
        type + "/otlp",
        "server.address",
        endpoint.getHost(),
        "server.port",
        (long) endpoint.getPort());
  }

  @Test
  void aProgramsOwnExporterIsNamedByItsClass() {
    try (Heliograph heliograph = start("http/protobuf", Map.of())) {
      assertThat(heliograph.flush(LONG)).isTrue();
      String type = InMemoryExporter.class.getName();
      assertThat(
              look(heliograph)
                  .value(
                      "otel.sdk.exporter.metric_data_point.inflight",
                      Map.of("otel.component.type", type, "otel.component.name", type + "/seen")))
          .isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http/protobuf", "grpc"})
  void whatIsDeliveredReconciles(String protocol) {
    try (Heliograph heliograph = start(protocol, Map.of())) {
      work(heliograph, 1300);
      assertThat(heliograph.flush(LONG)).isTrue();
      assertReconciled(heliograph);
    }
  }

  @Test
  void aRefusalReconciles() {
    receiver.respondAlways(ScriptedResponse.http(400));
    try (Heliograph heliograph = start("http/protobuf", Map.of())) {
      work(heliograph, 100);
      assertThat(heliograph.flush(LONG)).isFalse();
      SelfReadings readings = assertReconciled(heliograph);
      assertThat(readings.failures("otel.sdk.exporter.span.exported"))
          .isEqualTo(Map.of("refused", 100L));
      assertThat(readings.failures("otel.sdk.exporter.log.exported"))
          .isEqualTo(Map.of("refused", 100L));
      assertThat(readings.failures("otel.sdk.exporter.metric_data_point.exported"))
          .containsOnlyKeys("refused");
      assertThat(readings.failures("otel.sdk.exporter.operation.duration")).containsKey("refused");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPartialSuccessReconciles(Signal signal) {
    receiver.respondAlways(ScriptedResponse.partialSuccess(1, "one too old"));
    try (Heliograph heliograph = start("http/protobuf", Map.of())) {
      work(heliograph, 10);
      assertThat(heliograph.flush(LONG)).isFalse();
      SelfReadings readings = assertReconciled(heliograph);
      assertThat(readings.failures(exported(signal))).isEqualTo(Map.of("rejected", 1L));
    }
  }

  @Test
  void aFullQueueReconciles() {
    receiver.respondAlways(ScriptedResponse.http(400));
    try (Heliograph heliograph =
        start(
            "http/protobuf",
            Map.of(
                "heliograph.bsp.max.queue.size", "50",
                "heliograph.bsp.max.export.batch.size", "10",
                "heliograph.blrp.max.queue.size", "50",
                "heliograph.blrp.max.export.batch.size", "10"))) {
      while (dropsAtQueue(heliograph, Signal.TRACES) == 0
          || dropsAtQueue(heliograph, Signal.LOGS) == 0) {
        work(heliograph, 100);
      }
      assertThat(heliograph.flush(LONG)).isFalse();
      SelfReadings readings = assertReconciled(heliograph);
      assertThat(readings.failures("otel.sdk.processor.span.processed"))
          .containsOnlyKeys("queue_full");
      assertThat(readings.failures("otel.sdk.processor.log.processed"))
          .containsOnlyKeys("queue_full");
      assertThat(readings.values("otel.sdk.processor.span.queue.capacity")).containsExactly(50L);
    }
  }

  private static long dropsAtQueue(Heliograph heliograph, Signal signal) {
    return ledger(heliograph, signal).dropped().getOrDefault(DropReason.QUEUE_FULL, 0L);
  }

  @Test
  void anOutageAndTheRecoveryReconcile() {
    try (Heliograph heliograph = start("http/protobuf", Map.of())) {
      receiver.respondAlways(ScriptedResponse.http(503));
      work(heliograph, 600);
      boolean inTime = heliograph.flush(Duration.ofMillis(200));
      assertThat(inTime).isFalse();
      receiver.respondAlways(ScriptedResponse.ok());
      assertThat(heliograph.flush(LONG)).isTrue();
      SelfReadings readings = assertReconciled(heliograph);
      assertThat(readings.failures("otel.sdk.exporter.span.exported")).isEmpty();
    }
  }

  @Test
  void whatIsInFlightInAnOutageShows() {
    receiver.respondAlways(ScriptedResponse.neverAnswer());
    try (Heliograph heliograph =
        start(
            "http/protobuf",
            Map.of(
                SHUTDOWN,
                "100ms",
                "heliograph.bsp.schedule.delay",
                "10ms",
                "heliograph.blrp.schedule.delay",
                "10ms"))) {
      work(heliograph, 7);
      while (queued(heliograph) > 0) {
        Thread.onSpinWait();
      }
      SelfReadings readings = look(heliograph);
      assertThat(readings.values("otel.sdk.exporter.span.inflight")).containsExactly(7L);
      assertThat(readings.values("otel.sdk.exporter.log.inflight")).containsExactly(7L);
      assertThat(readings.values("otel.sdk.processor.span.processed")).containsExactly(7L);
      assertThat(readings.values("otel.sdk.exporter.span.exported")).containsExactly(0L);
    }
  }

  private static int queued(Heliograph heliograph) {
    return heliograph.diagnostics().destinations().stream()
        .filter(destination -> destination.ledger().signal() != Signal.METRICS)
        .mapToInt(destination -> destination.queue().items())
        .sum();
  }

  @Test
  void theLastCollectionOfAShutdownStillHasThem() {
    Heliograph heliograph = start("http/protobuf", Map.of(SHUTDOWN, "20s"));
    work(heliograph, 3);
    heliograph.close();
    SelfReadings last = new SelfReadings(seen.items());
    assertThat(last.values("otel.sdk.span.started")).containsExactly(3L);
    assertThat(last.values("otel.sdk.log.created")).containsExactly(3L);
  }

  @Test
  void spansAreCountedByParentAndDecisionWhetherTheyRecordOrNot() {
    SpanContext remote =
        SpanContext.createFromRemoteParent(
            "0af7651916cd43dd8448eb211c80319c",
            "b7ad6b7169203331",
            TraceFlags.getSampled(),
            TraceState.getDefault());
    Context caller = Context.root().with(Span.wrap(remote));
    try (Heliograph heliograph =
        Heliograph.builder()
            .settings(settings("http/protobuf", Map.of()))
            .metricExporter("seen", seen)
            .sampler(Samplers.parentBased(Samplers.alwaysOff()))
            .build()) {
      Tracer tracer = heliograph.openTelemetry().getTracer("t");
      tracer.spanBuilder("dropped").setNoParent().startSpan().end();
      Span server = tracer.spanBuilder("server").setParent(caller).startSpan();
      Span child = tracer.spanBuilder("child").setParent(Context.root().with(server)).startSpan();
      SelfReadings open = look(heliograph);
      assertThat(open.value("otel.sdk.span.started", started("none", "DROP"))).isEqualTo(1);
      assertThat(open.value("otel.sdk.span.started", started("remote", "RECORD_AND_SAMPLE")))
          .isEqualTo(1);
      assertThat(open.value("otel.sdk.span.started", started("local", "RECORD_AND_SAMPLE")))
          .isEqualTo(1);
      Map<String, Object> sampled = Map.of("otel.span.sampling_result", "RECORD_AND_SAMPLE");
      assertThat(open.value("otel.sdk.span.live", sampled)).isEqualTo(2);
      child.end();
      child.end();
      assertThat(look(heliograph).value("otel.sdk.span.live", sampled)).isEqualTo(1);
      server.end();
      assertThat(look(heliograph).value("otel.sdk.span.live", sampled)).isZero();
    }
  }

  private static Map<String, Object> started(String origin, String decision) {
    return Map.of("otel.span.parent.origin", origin, "otel.span.sampling_result", decision);
  }

  @Test
  void oneObservationIsMadeForEachExportAndEachCollection() {
    try (Heliograph heliograph = start("http/protobuf", Map.of())) {
      work(heliograph, 1);
      assertThat(heliograph.flush(LONG)).isTrue();
      SelfReadings readings = look(heliograph);
      assertThat(readings.values("otel.sdk.metric_reader.collection.duration")).containsExactly(1L);
      assertThat(readings.values("otel.sdk.exporter.operation.duration"))
          .containsExactly(1L, 1L, 1L);
    }
  }

  @Test
  void theKeySwitchesThemOff() {
    try (Heliograph heliograph =
        start("http/protobuf", Map.of("heliograph.self-metrics.enabled", "false"))) {
      work(heliograph, 1);
      assertThat(heliograph.flush(LONG)).isTrue();
      assertThat(seen.items()).isEmpty();
    }
  }

  /** Compares a collection with the ledger that it was made from: nothing was in motion. */
  private SelfReadings assertReconciled(Heliograph heliograph) {
    Map<Signal, DestinationStatus> ledgers =
        Arrays.stream(Signal.values())
            .collect(Collectors.toMap(signal -> signal, signal -> ledger(heliograph, signal)));
    SelfReadings readings = look(heliograph);
    ledgers.forEach(
        (signal, ledger) -> {
          assertThat(readings.successes(exported(signal))).isEqualTo(ledger.delivered());
          assertThat(readings.sum(exported(signal)))
              .isEqualTo(ledger.delivered() + inExport(ledger));
          assertThat(readings.sum(exported(signal).replace("exported", "inflight"))).isZero();
          if (signal != Signal.METRICS) {
            String processor = exported(signal).replace("exporter", "processor");
            assertThat(readings.sum(processor.replace("exported", "processed")))
                .isEqualTo(ledger.offered());
            assertThat(readings.sum(processor.replace("exported", "queue.size"))).isZero();
          }
        });
    assertThat(readings.sum("otel.sdk.span.started"))
        .isEqualTo(ledgers.get(Signal.TRACES).offered());
    assertThat(readings.sum("otel.sdk.log.created")).isEqualTo(ledgers.get(Signal.LOGS).offered());
    return readings;
  }

  private static long inExport(DestinationStatus ledger) {
    return ledger.droppedTotal() - ledger.dropped().getOrDefault(DropReason.QUEUE_FULL, 0L);
  }

  private static String exported(Signal signal) {
    return switch (signal) {
      case TRACES -> "otel.sdk.exporter.span.exported";
      case METRICS -> "otel.sdk.exporter.metric_data_point.exported";
      case LOGS -> "otel.sdk.exporter.log.exported";
    };
  }

  private static DestinationStatus ledger(Heliograph heliograph, Signal signal) {
    return heliograph.destinations().stream()
        .filter(status -> status.signal() == signal && status.name().equals("otlp"))
        .findFirst()
        .orElseThrow();
  }

  /** The next collection, as an exporter beside the one under test gets it. */
  private SelfReadings look(Heliograph heliograph) {
    seen.reset();
    boolean alsoDelivered = heliograph.flush(Duration.ofMillis(1));
    long deadline = System.nanoTime() + LONG.toNanos();
    while (seen.items().isEmpty() && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    return new SelfReadings(seen.items());
  }

  private Heliograph start(String protocol, Map<String, String> more) {
    return Heliograph.builder()
        .settings(settings(protocol, more))
        .metricExporter("seen", seen)
        .build();
  }

  private Settings settings(String protocol, Map<String, String> more) {
    Map<String, String> properties = new HashMap<>();
    properties.put("heliograph.exporter.otlp.protocol", protocol);
    properties.put("heliograph.exporter.otlp.endpoint", endpoint(protocol));
    properties.put("heliograph.exporter.otlp.retry.initial-backoff", "20ms");
    properties.put("heliograph.exporter.otlp.retry.max-backoff", "50ms");
    properties.putAll(more);
    return Settings.load(PropertySource.of(properties, "test"), Map.of());
  }

  private String endpoint(String protocol) {
    return protocol.equals("grpc") ? receiver.grpcEndpoint() : receiver.httpEndpoint();
  }

  private static void work(Heliograph heliograph, int times) {
    Tracer tracer = heliograph.openTelemetry().getTracer("t");
    for (int i = 0; i < times; i++) {
      tracer.spanBuilder("span").startSpan().end();
      heliograph.openTelemetry().getLogsBridge().get("l").logRecordBuilder().setBody("b").emit();
    }
  }
}
