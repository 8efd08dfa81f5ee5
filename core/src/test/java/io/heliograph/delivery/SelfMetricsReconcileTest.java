package io.heliograph.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.DestinationStatus;
import io.heliograph.Heliograph;
import io.heliograph.config.Signal;
import io.heliograph.contract.receiver.ScriptedResponse;
import io.heliograph.export.DropReason;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine's metrics about itself tell what its ledger tells, whatever goes wrong. */
class SelfMetricsReconcileTest extends SelfMetricsFixture {

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
}
