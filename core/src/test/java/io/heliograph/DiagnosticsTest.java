package io.heliograph;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.config.PropertySource;
import io.heliograph.config.Settings;
import io.heliograph.config.Signal;
import io.heliograph.export.DropReason;
import io.heliograph.export.ExportResult;
import io.heliograph.export.Exporter;
import io.heliograph.export.ReadableSpan;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** What an operator sees of an engine, and when it says that it is unwell. */
class DiagnosticsTest {

  private static final String CANARY = "canary-7f3a9c";
  private static final Instant START = Instant.ofEpochSecond(0, FakeClock.START_EPOCH_NANOS);

  private final FakeClock clock = new FakeClock();
  private final AtomicReference<IntFunction<ExportResult>> answer =
      new AtomicReference<>(ExportResult::delivered);
  private final Exporter<ReadableSpan> exporter =
      (batch, done) -> done.accept(answer.get().apply(batch.size()));

  private Heliograph start() {
    return Program.builder().clock(clock).exporter("test", exporter).build();
  }

  private static boolean work(Heliograph heliograph) {
    heliograph.openTelemetry().getTracer("t").spanBuilder("s").startSpan().end();
    return heliograph.flush(Program.FOREVER);
  }

  private static DestinationDiagnostics only(Heliograph heliograph) {
    List<DestinationDiagnostics> all = heliograph.diagnostics().destinations();
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private static boolean healthy(Heliograph heliograph) {
    return heliograph.diagnostics().health().isHealthy();
  }

  @Test
  void aNewDestinationIsHealthyAndEmpty() {
    try (Heliograph heliograph = start()) {
      DestinationDiagnostics seen = only(heliograph);
      assertThat(seen.ledger())
          .isEqualTo(new DestinationStatus(Signal.TRACES, "test", 0, 0, Map.of(), 0));
      assertThat(seen.type()).isEqualTo("exporter");
      assertThat(seen.target()).isEqualTo(DiagnosticsTest.class.getName());
      assertThat(seen.lastSuccess()).isNull();
      assertThat(seen.lastFailure()).isNull();
      assertThat(seen.queue().capacityItems()).isPositive();
      assertThat(seen.queue().capacityBytes()).isPositive();
      assertThat(seen.health().problems()).isEmpty();
    }
  }

  @Test
  void aDeliveryIsNoted() {
    try (Heliograph heliograph = start()) {
      clock.advance(Duration.ofSeconds(3));
      assertThat(work(heliograph)).isTrue();
      assertThat(only(heliograph).lastSuccess()).isEqualTo(START.plusSeconds(3));
      assertThat(only(heliograph).lastFailure()).isNull();
    }
  }

  @Test
  void aLossIsAProblemForFiveMinutesAndNoLonger() {
    try (Heliograph heliograph = start()) {
      answer.set(count -> ExportResult.dropped(count, DropReason.REJECTED));
      assertThat(work(heliograph)).isFalse();
      answer.set(ExportResult::delivered);
      assertThat(work(heliograph)).isTrue();
      assertThat(only(heliograph).lastFailure())
          .isEqualTo(new DestinationDiagnostics.Failure(START, "rejected"));
      assertThat(heliograph.diagnostics().health().problems())
          .singleElement()
          .asString()
          .contains("traces to 'test'", "1 rejected", START.toString());
      clock.advance(Duration.ofMinutes(5).minusNanos(1));
      assertThat(healthy(heliograph)).isFalse();
      clock.advance(Duration.ofNanos(1));
      assertThat(healthy(heliograph)).isTrue();
    }
  }

  @Test
  void failuresWithoutASuccessAreAProblemUntilTheNextSuccess() {
    try (Heliograph heliograph = start()) {
      answer.set(count -> ExportResult.dropped(count, DropReason.REFUSED));
      assertThat(work(heliograph)).isFalse();
      clock.advance(Duration.ofHours(1));
      assertThat(only(heliograph).health().problems())
          .singleElement()
          .asString()
          .contains("have failed since " + START, "refused");
      answer.set(ExportResult::delivered);
      assertThat(work(heliograph)).isTrue();
      assertThat(healthy(heliograph)).isTrue();
    }
  }

  @Test
  void aReceiverThatIsAwayForLessThanAMinuteIsNoProblem() throws IOException {
    int port;
    try (HttpReceiver gone = new HttpReceiver()) {
      port = Integer.parseInt(gone.url().substring(gone.url().lastIndexOf(':') + 1));
    }
    try (Heliograph heliograph = sendingTo("http://127.0.0.1:" + port)) {
      heliograph.openTelemetry().getTracer("t").spanBuilder("s").startSpan().end();
      boolean ignored = heliograph.flush(Duration.ofMillis(1));
      DestinationDiagnostics seen = only(heliograph);
      while (seen.lastFailure() == null) {
        seen = only(heliograph);
      }
      assertThat(seen.lastFailure().text()).contains("connection refused");
      assertThat(seen.queue().inFlight()).isEqualTo(1);
      assertThat(seen.queue().bytes()).isPositive();
      clock.advance(Duration.ofMinutes(1).minusNanos(1));
      assertThat(healthy(heliograph)).isTrue();
      clock.advance(Duration.ofNanos(1));
      assertThat(healthy(heliograph)).isFalse();
    }
  }

  @Test
  void whatAShutdownGivesUpIsNoProblem() {
    Heliograph heliograph =
        Program.builder("HELIOGRAPH_SHUTDOWN_TIMEOUT", "50ms")
            .clock(clock)
            .exporter("silent", (batch, done) -> {})
            .build();
    heliograph.openTelemetry().getTracer("t").spanBuilder("s").startSpan().end();
    heliograph.close();
    assertThat(only(heliograph).ledger().dropped()).isEqualTo(Map.of(DropReason.SHUTDOWN, 1L));
    assertThat(healthy(heliograph)).isTrue();
  }

  @Test
  void faultsAreCountedByComponent() {
    try (Heliograph heliograph =
        Program.builder().sampler(new ThrowingSampler()).exporter("test", exporter).build()) {
      assertThat(work(heliograph)).isTrue();
      assertThat(work(heliograph)).isTrue();
      assertThat(heliograph.diagnostics().faults())
          .isEqualTo(Map.of("sampler " + ThrowingSampler.class.getName(), 2L));
    }
  }

  private static final class ThrowingSampler implements io.heliograph.pipeline.Sampler {
    @Override
    public io.heliograph.pipeline.SamplingResult sample(
        io.heliograph.pipeline.SamplingInput input) {
      throw new IllegalStateException(CANARY);
    }

    @Override
    public String description() {
      return "throwing";
    }
  }

  @Test
  void settingsShowTheirOrigin() {
    try (Heliograph heliograph =
        Program.builder("OTEL_SERVICE_NAME", "shop").exporter("test", exporter).build()) {
      assertThat(heliograph.diagnostics().engine()).containsEntry("service", "shop");
      assertThat(heliograph.diagnostics().settings())
          .anySatisfy(
              setting -> {
                assertThat(setting.key()).isEqualTo("heliograph.service.name");
                assertThat(setting.value()).isEqualTo("shop");
                assertThat(setting.origin()).contains("OTEL_SERVICE_NAME");
              });
    }
  }

  @Test
  void aDisabledEngineIsHealthy() {
    try (Heliograph heliograph = Program.builder("OTEL_SDK_DISABLED", "true").build()) {
      assertThat(heliograph.diagnostics().destinations()).isEmpty();
      assertThat(heliograph.diagnostics().engine()).containsEntry("enabled", "false");
      assertThat(healthy(heliograph)).isTrue();
    }
  }

  /** Wherever a secret can be configured. */
  @Test
  void noSecretShows() throws Exception {
    try (HttpReceiver receiver = new HttpReceiver().answering(401);
        CapturedLog log = new CapturedLog("io.heliograph");
        Heliograph heliograph =
            sendingTo(
                receiver.url().replace("//", "//user:" + CANARY + "@") + "?key=" + CANARY,
                "heliograph.exporter.otlp.headers",
                "api-key=" + CANARY,
                "heliograph.traces.sampler.arg",
                "endpoint=http://user:" + CANARY + "@127.0.0.1:1")) {
      assertThat(work(heliograph)).isFalse();
      assertThat(only(heliograph).lastFailure()).isNotNull();
      assertThat(only(heliograph).lastFailure().text()).contains("401");
      assertThat(only(heliograph).target()).startsWith("http://127.0.0.1:");
      assertThat(heliograph.diagnostics().toString())
          .contains("http://127.0.0.1", "***")
          .doesNotContain(CANARY);
      assertThat(log.lines()).isNotEmpty().noneMatch(line -> line.contains(CANARY));
    }
  }

  private Heliograph sendingTo(String endpoint, String... more) {
    Map<String, String> properties = new HashMap<>();
    properties.put("heliograph.exporter.otlp.endpoint", endpoint);
    properties.put("heliograph.metrics.exporter", "none");
    properties.put("heliograph.logs.exporter", "none");
    properties.put("heliograph.shutdown.timeout", "50ms");
    for (int i = 0; i < more.length; i += 2) {
      properties.put(more[i], more[i + 1]);
    }
    return Heliograph.builder()
        .settings(Settings.load(PropertySource.of(properties, "test"), Map.of()))
        .clock(clock)
        .build();
  }

  @Test
  void isWrittenInPlainTextsAndNumbers() {
    try (Heliograph heliograph = start()) {
      assertThat(only(heliograph).toMap()).doesNotContainKeys("lastSuccess", "lastFailure");
      answer.set(count -> ExportResult.dropped(count, DropReason.REFUSED));
      assertThat(work(heliograph)).isFalse();

      assertThat(heliograph.diagnostics().toMap())
          .containsOnlyKeys(
              "engine",
              "problems",
              "destinations",
              "instrumented",
              "notInstrumented",
              "owners",
              "faults",
              "settings");
      assertThat(only(heliograph).toMap())
          .containsEntry("signal", "traces")
          .containsEntry("healthy", false)
          .containsEntry("offered", 1L)
          .containsEntry("dropped", Map.of("refused", 1L))
          .containsEntry("lastFailure", START.toString())
          .containsEntry("lastError", "refused")
          .doesNotContainKey("lastSuccess");
    }
  }
}
