package io.heliograph.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Compliance;
import io.heliograph.DestinationStatus;
import io.heliograph.Heliograph;
import io.heliograph.HeliographBuilder;
import io.heliograph.config.PropertySource;
import io.heliograph.config.Settings;
import io.heliograph.config.Signal;
import io.heliograph.contract.receiver.OtlpReceiver;
import io.heliograph.contract.receiver.PointData;
import io.heliograph.contract.receiver.ReceivedExemplar;
import io.heliograph.contract.receiver.ReceivedMetric;
import io.heliograph.contract.receiver.ReceivedMetric.Kind;
import io.heliograph.contract.receiver.ReceivedMetric.Temporality;
import io.heliograph.contract.receiver.ReceivedPoint;
import io.heliograph.contract.receiver.ScriptedResponse;
import io.heliograph.export.DropReason;
import io.heliograph.pipeline.InstrumentSelector;
import io.heliograph.pipeline.View;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From a measurement to the receiver's answer, beside the spans of the same engine. */
class MetricDeliveryTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
  private static final String SHORT_SHUTDOWN = "heliograph.shutdown.timeout";

  private final OtlpReceiver receiver = OtlpReceiver.start();

  @AfterEach
  void close() {
    receiver.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http/protobuf", "http/json", "grpc"})
  void everyProtocolDeliversAHistogramWhoseExemplarLeadsToTheTrace(String protocol) {
    try (Heliograph heliograph = start(protocol, Map.of())) {
      Span span = heliograph.openTelemetry().getTracer("t").spanBuilder("s").startSpan();
      DoubleHistogram durations =
          meter(heliograph).histogramBuilder("shop.duration").setUnit("s").build();
      try (Scope ignored = span.makeCurrent()) {
        durations.record(0.2, Attributes.of(ROUTE, "/cart"));
      } finally {
        span.end();
      }
      assertThat(heliograph.flush(LONG)).isTrue();
      ReceivedMetric metric = receiver.awaitMetric(any -> any.name().equals("shop.duration"));
      assertThat(metric.serviceName()).isEqualTo("shop");
      assertThat(metric.unit()).isEqualTo("s");
      assertThat(metric.kind()).isEqualTo(Kind.HISTOGRAM);
      ReceivedPoint point = metric.point(Map.of("http.route", "/cart"));
      assertThat(point.histogram().count()).isEqualTo(1);
      ReceivedExemplar exemplar = point.exemplars().get(0);
      assertThat(exemplar.traceId()).isEqualTo(span.getSpanContext().getTraceId());
      assertThat(exemplar.spanId()).isEqualTo(span.getSpanContext().getSpanId());
      assertThat(exemplar.value()).isEqualTo(new PointData.DoubleValue(0.2));
      assertThat(receiver.awaitSpans(1).get(0).traceId()).isEqualTo(exemplar.traceId());
      assertThat(heliograph.destinations())
          .containsExactly(
              new DestinationStatus(Signal.TRACES, "otlp", 1, 1, Map.of(), 0),
              new DestinationStatus(Signal.METRICS, "otlp", 1, 1, Map.of(), 0),
              new DestinationStatus(Signal.LOGS, "otlp", 0, 0, Map.of(), 0));
    }
    assertThat(receiver.violations()).isEmpty();
  }

  @Test
  void theLedgerCountsPointsAndSoDoesAPartialRejection() {
    receiver.respondAlways(ScriptedResponse.partialSuccess(7, "too many"));
    try (Heliograph heliograph = start("http/protobuf", Map.of())) {
      countRoutes(heliograph, 10);
      assertThat(heliograph.flush(LONG)).isFalse();
      assertThat(metrics(heliograph))
          .isEqualTo(
              new DestinationStatus(
                  Signal.METRICS, "otlp", 10, 3, Map.of(DropReason.REJECTED, 7L), 0));
    }
  }

  @Test
  @Compliance("Environment Variables > OTEL_METRIC_EXPORT_INTERVAL")
  void theIntervalExportsWithoutBeingAsked() {
    try (Heliograph heliograph =
        start("http/protobuf", Map.of("heliograph.metric.export.interval", "20ms"))) {
      countRoutes(heliograph, 1);
      receiver.awaitMetrics(any -> any.name().equals("routes") && receiver.metrics().size() >= 3);
    }
  }

  @Test
  void whatWasCollectedInAnOutageIsDeliveredAfterIt() {
    receiver.respondAlways(ScriptedResponse.http(503));
    try (Heliograph heliograph =
        start(
            "http/protobuf",
            Map.of(
                "heliograph.metric.export.interval", "20ms",
                "heliograph.exporter.otlp.metrics.temporality.preference", "delta",
                "heliograph.exporter.otlp.retry.initial-backoff", "20ms",
                "heliograph.exporter.otlp.retry.max-backoff", "50ms"))) {
      LongCounter counter = meter(heliograph).counterBuilder("routes").build();
      while (metrics(heliograph).offered() < 10) {
        counter.add(1);
      }
      receiver.respondAlways(ScriptedResponse.ok());
      boolean delivered = heliograph.flush(LONG);
      DestinationStatus status = metrics(heliograph);
      assertThat(delivered).as(status.toString()).isTrue();
      assertThat(status.delivered()).isEqualTo(status.offered());
    }
    assertThat(receiver.metrics()).hasSizeGreaterThanOrEqualTo(10);
    assertThat(receiver.violations()).isEmpty();
  }

  @Test
  void aDeadDestinationDoesNotHoldBackAnother() {
    try (OtlpReceiver dead = OtlpReceiver.start();
        Heliograph heliograph =
            start(
                "http/protobuf",
                Map.of(
                    "heliograph.destinations.dead.endpoint",
                    dead.httpEndpoint(),
                    SHORT_SHUTDOWN,
                    "100ms"))) {
      dead.respondAlways(ScriptedResponse.neverAnswer());
      countRoutes(heliograph, 1);
      boolean ignored = heliograph.flush(Duration.ofMillis(1));
      receiver.awaitMetric(any -> any.name().equals("routes"));
    }
  }

  @Test
  void aFullQueueDropsAndCountsPoints() {
    receiver.respondAlways(ScriptedResponse.neverAnswer());
    try (Heliograph heliograph =
        start(
            "http/protobuf",
            Map.of(
                "heliograph.metric.max.queue.size",
                "100",
                "heliograph.metric.export.interval",
                "5ms",
                SHORT_SHUTDOWN,
                "100ms"))) {
      countRoutes(heliograph, 60);
      while (metrics(heliograph).droppedTotal() < 1000) {
        Thread.onSpinWait();
      }
      DestinationStatus status = metrics(heliograph);
      assertThat(status.dropped().keySet()).containsExactly(DropReason.QUEUE_FULL);
      assertThat(status.dropped().get(DropReason.QUEUE_FULL) % 60).isZero();
    }
  }

  @Test
  void closeDeliversTheLastCollection() {
    Heliograph heliograph = start("http/protobuf", Map.of(SHORT_SHUTDOWN, "20s"));
    countRoutes(heliograph, 3);
    heliograph.close();
    assertThat(receiver.metrics()).hasSize(1);
    assertThat(receiver.metrics().get(0).points()).hasSize(3);
  }

  @Test
  @Compliance("Environment Variables > OTEL_METRIC_EXPORT_TIMEOUT")
  void anExportThatIsNeverAnsweredEndsAfterItsTimeout() {
    receiver.respondAlways(ScriptedResponse.neverAnswer());
    try (Heliograph heliograph =
        start(
            "http/protobuf",
            Map.of(
                "heliograph.metric.export.timeout",
                "20ms",
                "heliograph.exporter.otlp.retry.max-elapsed",
                "0s",
                SHORT_SHUTDOWN,
                "100ms"))) {
      countRoutes(heliograph, 1);
      assertThat(heliograph.flush(LONG)).isFalse();
      assertThat(metrics(heliograph).dropped()).containsKey(DropReason.EXPORTER_FAILED);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "cumulative, CUMULATIVE, CUMULATIVE",
    "delta, DELTA, CUMULATIVE",
    "lowmemory, DELTA, CUMULATIVE"
  })
  @Compliance({
    "Environment Variables > OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE",
    "Exporters > OTLP > Metric Exporter configurable temporality preference"
  })
  void theTemporalityIsTheDestinationsChoice(
      String preference, Temporality counters, Temporality upDownCounters) {
    try (OtlpReceiver other = OtlpReceiver.start();
        Heliograph heliograph =
            start(
                "http/protobuf",
                Map.of(
                    "otel.exporter.otlp.metrics.temporality.preference",
                    preference,
                    "heliograph.destinations.other.endpoint",
                    other.httpEndpoint(),
                    "heliograph.destinations.other.temporality.preference",
                    "cumulative"))) {
      meter(heliograph).counterBuilder("up").build().add(1);
      meter(heliograph).upDownCounterBuilder("updown").build().add(1);
      assertThat(heliograph.flush(LONG)).isTrue();
      assertThat(temporality(receiver, "up")).isEqualTo(counters);
      assertThat(temporality(receiver, "updown")).isEqualTo(upDownCounters);
      assertThat(temporality(other, "up")).isEqualTo(Temporality.CUMULATIVE);
    }
  }

  private static Temporality temporality(OtlpReceiver receiver, String name) {
    return receiver.awaitMetric(any -> any.name().equals(name)).temporality();
  }

  @ParameterizedTest
  @CsvSource({
    "explicit_bucket_histogram, HISTOGRAM",
    "base2_exponential_bucket_histogram, EXPONENTIAL_HISTOGRAM"
  })
  @Compliance({
    "Environment Variables > OTEL_EXPORTER_OTLP_METRICS_DEFAULT_HISTOGRAM_AGGREGATION",
    "Exporters > OTLP > Metric Exporter configurable default aggregation"
  })
  void theKindOfHistogramIsTheDestinationsChoice(String aggregation, Kind kind) {
    try (Heliograph heliograph =
        start(
            "http/protobuf",
            Map.of("otel.exporter.otlp.metrics.default.histogram.aggregation", aggregation))) {
      meter(heliograph).histogramBuilder("h").build().record(1);
      assertThat(heliograph.flush(LONG)).isTrue();
      assertThat(receiver.awaitMetric(any -> any.name().equals("h")).kind()).isEqualTo(kind);
    }
  }

  @ParameterizedTest
  @CsvSource({"trace_based, 0", "always_on, 1", "always_off, 0"})
  @Compliance("Environment Variables > OTEL_METRICS_EXEMPLAR_FILTER")
  void theFilterDecidesOnExemplarsOutsideOfSpans(String filter, int exemplars) {
    try (Heliograph heliograph =
        start("http/protobuf", Map.of("otel.metrics.exemplar.filter", filter))) {
      countRoutes(heliograph, 1);
      assertThat(heliograph.flush(LONG)).isTrue();
      assertThat(receiver.awaitMetric(any -> true).exemplars()).hasSize(exemplars);
    }
  }

  @Test
  void seriesBeyondTheCardinalityLimitAreCountedTogether() {
    try (Heliograph heliograph =
        start("http/protobuf", Map.of("heliograph.metric.cardinality.limit", "5"))) {
      countRoutes(heliograph, 20);
      assertThat(heliograph.flush(LONG)).isTrue();
      ReceivedMetric metric = receiver.awaitMetric(any -> true);
      assertThat(metric.points()).hasSize(5);
      assertThat(metric.points().stream().mapToLong(ReceivedPoint::longValue).sum()).isEqualTo(20);
      assertThat(metric.point(Map.of("otel.metric.overflow", true)).longValue()).isEqualTo(16);
    }
  }

  @Test
  void viewsOfTheProgramApply() {
    HeliographBuilder builder =
        Heliograph.builder()
            .settings(settings("http/protobuf", Map.of()))
            .view(View.of(InstrumentSelector.named("routes")).withName("paths"));
    try (Heliograph heliograph = builder.build()) {
      countRoutes(heliograph, 1);
      assertThat(heliograph.flush(LONG)).isTrue();
      assertThat(receiver.awaitMetric(any -> true).name()).isEqualTo("paths");
    }
  }

  @Test
  @Compliance("Environment Variables > OTEL_METRICS_EXPORTER")
  void noneSwitchesMetricsOff() {
    try (Heliograph heliograph = start("http/protobuf", Map.of("otel.metrics.exporter", "none"))) {
      countRoutes(heliograph, 1);
      assertThat(heliograph.flush(LONG)).isTrue();
      assertThat(heliograph.destinations())
          .extracting(DestinationStatus::signal)
          .doesNotContain(Signal.METRICS);
    }
    assertThat(receiver.metrics()).isEmpty();
  }

  @Test
  void aFileHoldsOneCollectionALine(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("out.jsonl");
    try (Heliograph heliograph =
        start(
            "grpc",
            Map.of(
                "heliograph.metrics.exporter",
                "file",
                "heliograph.exporter.file.path",
                file.toString()))) {
      countRoutes(heliograph, 2);
      assertThat(heliograph.flush(LONG)).isTrue();
      assertThat(heliograph.flush(LONG)).isTrue();
    }
    assertThat(Files.readAllLines(file))
        .hasSize(3)
        .allSatisfy(line -> assertThat(line).contains("resourceMetrics"));
  }

  private Heliograph start(String protocol, Map<String, String> more) {
    return Heliograph.builder().settings(settings(protocol, more)).build();
  }

  private Settings settings(String protocol, Map<String, String> more) {
    Map<String, String> properties = new HashMap<>();
    properties.put("heliograph.service.name", "shop");
    properties.put("heliograph.self-metrics.enabled", "false");
    properties.put("heliograph.exporter.otlp.protocol", protocol);
    properties.put(
        "heliograph.exporter.otlp.endpoint",
        protocol.equals("grpc") ? receiver.grpcEndpoint() : receiver.httpEndpoint());
    properties.putAll(more);
    return Settings.load(PropertySource.of(properties, "test"), Map.of());
  }

  private static DestinationStatus metrics(Heliograph heliograph) {
    return heliograph.destinations().stream()
        .filter(status -> status.signal() == Signal.METRICS)
        .findFirst()
        .orElseThrow();
  }

  private static Meter meter(Heliograph heliograph) {
    return heliograph.openTelemetry().getMeter("test");
  }

  private static void countRoutes(Heliograph heliograph, int routes) {
    LongCounter counter = meter(heliograph).counterBuilder("routes").build();
    for (int i = 0; i < routes; i++) {
      counter.add(1, Attributes.of(ROUTE, "/" + i));
    }
  }
}
