package io.heliograph.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Heliograph;
import io.heliograph.export.InMemoryExporter;
import io.heliograph.pipeline.Samplers;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which metrics the engine has about itself, and what they are called. */
class SelfMetricsTest extends SelfMetricsFixture {

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
}
