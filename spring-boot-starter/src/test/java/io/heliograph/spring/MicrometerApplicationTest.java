package io.heliograph.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Heliograph;
import io.heliograph.contract.receiver.OtlpReceiver;
import io.heliograph.contract.receiver.ReceivedMetric;
import io.heliograph.contract.receiver.ReceivedSpan;
import io.heliograph.spring.app.LocalServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanKind;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A running application with Boot's actuator, which brings Micrometer and all that feeds it. */
class MicrometerApplicationTest {

  private static final String OURS = "http.server.request.duration";
  private static final String MICROMETERS = "http.server.requests";

  /** Micrometer Tracing is among these tests' dependencies, as it is in no such application. */
  private static final String NOOP_TRACER =
      "org.springframework.boot.actuate.autoconfigure.tracing.NoopTracerAutoConfiguration";

  private final OtlpReceiver receiver = OtlpReceiver.start();

  @AfterEach
  void close() {
    assertThat(receiver.violations()).isEmpty();
    receiver.close();
  }

  @Test
  void recordsEachRequestOnceAndObservationsInsideIt() {
    try (LocalServer server = start()) {
      server.get("/pay");
      flush(server);

      ReceivedSpan request = receiver.awaitSpan(span -> span.kind() == SpanKind.SERVER);
      ReceivedSpan paying = receiver.awaitSpan(span -> span.name().equals("paying"));
      assertThat(request.name()).isEqualTo("GET /pay");
      assertThat(request.scope().name()).startsWith("io.heliograph.spring");
      assertThat(paying.parentSpanId()).isEqualTo(request.spanId());
      assertThat(receiver.unclaimedSpans()).isEmpty();
    }
  }

  @Test
  void leavesRequestsToMicrometerWhereThatOwnsThem() {
    try (LocalServer server = start("heliograph.http.server.owner=micrometer")) {
      server.get("/pay");
      flush(server);

      ReceivedSpan request = receiver.awaitSpan(span -> span.kind() == SpanKind.SERVER);
      ReceivedSpan paying = receiver.awaitSpan(span -> span.name().equals("paying"));
      assertThat(request.name()).isEqualTo("http get /pay");
      assertThat(request.scope().name()).isEqualTo("io.heliograph.micrometer");
      assertThat(request.attribute("uri")).isEqualTo("/pay");
      assertThat(paying.parentSpanId()).isEqualTo(request.spanId());
      assertThat(receiver.unclaimedSpans()).isEmpty();
    }
  }

  @Test
  void givesMetersOfBothKindsTheTraceOfTheirRequest() {
    try (LocalServer server = start()) {
      server.get("/pay");

      ReceivedMetric timer = receiver.awaitMetric(metric -> metric.name().equals("pay.timer"));
      ReceivedMetric histogram =
          receiver.awaitMetric(metric -> metric.name().equals("pay.histogram"));
      flush(server);
      ReceivedSpan request = receiver.awaitSpan(span -> span.kind() == SpanKind.SERVER);
      receiver.ignoreRemaining("only the request matters");
      assertThat(timer.unit()).isEqualTo("s");
      for (ReceivedMetric metric : List.of(timer, histogram)) {
        assertThat(metric.exemplars())
            .singleElement()
            .satisfies(
                exemplar -> {
                  assertThat(exemplar.traceId()).isEqualTo(request.traceId());
                  assertThat(exemplar.spanId()).isEqualTo(request.spanId());
                });
      }
    }
  }

  @Test
  void exportsOneDurationOfRequestsByWhoeverOwnsThem() {
    try (LocalServer server = start()) {
      server.get("/pay");
      receiver.awaitMetric(metric -> metric.name().equals(OURS));
      flush(server);
      receiver.ignoreRemaining("only the metrics matter");
    }
    assertThat(names()).contains(OURS).doesNotContain(MICROMETERS).noneMatch(this::isOfTheJvm);
    receiver.reset();

    try (LocalServer server = start("heliograph.http.server.owner=micrometer")) {
      server.get("/pay");
      ReceivedMetric duration = receiver.awaitMetric(metric -> metric.name().equals(MICROMETERS));
      assertThat(duration.exemplars()).isNotEmpty();
      flush(server);
      receiver.ignoreRemaining("only the metrics matter");
    }
    assertThat(names()).doesNotContain(OURS);
  }

  @Test
  void exportsTheJvmsMetersWhereMicrometerOwnsThem() {
    try (LocalServer server = start("heliograph.jvm.owner=micrometer")) {
      ReceivedMetric memory =
          receiver.awaitMetric(metric -> metric.name().equals("jvm.memory.used"));

      assertThat(memory.unit()).isEqualTo("By");
      assertThat(memory.scope().name()).isEqualTo("io.heliograph.micrometer");
      assertThat(memory.points()).allMatch(point -> point.attribute("area") != null);
    }
  }

  private boolean isOfTheJvm(String name) {
    return name.startsWith("jvm.gc.pause") || name.startsWith("process.uptime");
  }

  private List<String> names() {
    return receiver.metrics().stream().map(ReceivedMetric::name).toList();
  }

  private LocalServer start(String... properties) {
    Stream<String> common =
        Stream.of(
            "spring.datasource.url=jdbc:h2:mem:micrometer",
            "heliograph.service.name=shop",
            "spring.autoconfigure.exclude=" + NOOP_TRACER,
            "heliograph.exporter.otlp.endpoint=" + receiver.httpEndpoint(),
            "heliograph.bsp.schedule.delay=10",
            "heliograph.metric.export.interval=200");
    return LocalServer.start(
        Application.class, Stream.concat(common, Stream.of(properties)).toArray(String[]::new));
  }

  private static void flush(LocalServer server) {
    assertThat(server.beans().getBean(Heliograph.class).flush(Duration.ofSeconds(20))).isTrue();
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  @Import(Handler.class)
  static class Application {}

  @RestController
  static class Handler {

    private final MeterRegistry meters;
    private final ObservationRegistry observations;
    private final OpenTelemetry openTelemetry;

    Handler(MeterRegistry meters, ObservationRegistry observations, OpenTelemetry openTelemetry) {
      this.meters = meters;
      this.observations = observations;
      this.openTelemetry = openTelemetry;
    }

    @GetMapping("/pay")
    String pay() {
      meters.timer("pay.timer").record(Duration.ofMillis(3));
      openTelemetry.getMeter("shop").histogramBuilder("pay.histogram").build().record(3);
      Observation.createNotStarted("paying", observations).observe(() -> {});
      return "paid";
    }
  }
}
