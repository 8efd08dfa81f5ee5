package io.heliograph.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Compliance;
import io.heliograph.DestinationStatus;
import io.heliograph.Heliograph;
import io.heliograph.config.PropertySource;
import io.heliograph.config.Settings;
import io.heliograph.config.Signal;
import io.heliograph.contract.receiver.OtlpReceiver;
import io.heliograph.contract.receiver.ReceivedSpan;
import io.heliograph.contract.receiver.ScriptedResponse;
import io.heliograph.export.DropReason;
import io.opentelemetry.api.trace.Tracer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From a span's end to the receiver's answer, over real sockets, with a ledger that adds up. */
class DeliveryTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  private final OtlpReceiver receiver = OtlpReceiver.start();

  @AfterEach
  void close() {
    receiver.close();
  }

  @ParameterizedTest
  @Compliance({
    "Exporters > OTLP > OTLP/gRPC Exporter",
    "Exporters > OTLP > OTLP/HTTP binary Protobuf Exporter",
    "Exporters > OTLP > OTLP/HTTP JSON Protobuf Exporter"
  })
  @ValueSource(strings = {"http/protobuf", "http/json", "grpc"})
  void everyProtocolDeliversEverySpanOnce(String protocol) {
    try (Heliograph heliograph = start(protocol, Map.of())) {
      end(heliograph, 3000);
      assertThat(heliograph.flush(LONG)).isTrue();
      assertThat(ids(receiver.awaitSpans(3000))).hasSize(3000);
      assertThat(ledger(heliograph)).isEqualTo(status(3000, 3000, Map.of()));
    }
    assertThat(receiver.violations()).isEmpty();
  }

  @ParameterizedTest
  @Compliance("Exporters > OTLP > Honors retryable responses with backoff")
  @ValueSource(strings = {"http/protobuf", "grpc"})
  void anOutageLosesNothing(String protocol) {
    try (Heliograph heliograph = start(protocol, Map.of())) {
      end(heliograph, 600);
      assertThat(heliograph.flush(LONG)).isTrue();
      receiver.down();
      end(heliograph, 5000);
      receiver.up();
      end(heliograph, 600);
      assertThat(heliograph.flush(LONG)).isTrue();
      assertThat(ids(receiver.awaitSpans(6200))).hasSize(6200);
      assertThat(ledger(heliograph)).isEqualTo(status(6200, 6200, Map.of()));
    }
    receiver.takeViolations();
  }

  @ParameterizedTest
  @Compliance("Exporters > OTLP > Honors non-retryable responses")
  @ValueSource(ints = {400, 401, 404, 500})
  void aRefusalIsCountedAndFlushSaysSo(int code) {
    receiver.respondAlways(ScriptedResponse.http(code));
    try (Heliograph heliograph = start("http/protobuf", Map.of())) {
      end(heliograph, 100);
      assertThat(heliograph.flush(LONG)).isFalse();
      assertThat(ledger(heliograph)).isEqualTo(status(100, 0, Map.of(DropReason.REFUSED, 100L)));
    }
  }

  @ParameterizedTest
  @Compliance({
    "Exporters > OTLP > Partial Success messages are handled and logged for OTLP/gRPC",
    "Exporters > OTLP > Partial Success messages are handled and logged for OTLP/HTTP"
  })
  @ValueSource(strings = {"http/protobuf", "http/json", "grpc"})
  void rejectedItemsAreCountedAndNotSentAgain(String protocol) {
    receiver.respondAlways(ScriptedResponse.partialSuccess(99, "99 too old"));
    try (Heliograph heliograph = start(protocol, Map.of())) {
      end(heliograph, 100);
      assertThat(heliograph.flush(LONG)).isFalse();
      assertThat(ledger(heliograph)).isEqualTo(status(100, 1, Map.of(DropReason.REJECTED, 99L)));
      assertThat(receiver.requests()).hasSize(1);
    }
  }

  @Test
  void aReceiverThatNeverAnswersCostsNoSpanItsCountAtShutdown() {
    receiver.respondAlways(ScriptedResponse.neverAnswer());
    Heliograph heliograph = start("http/protobuf", Map.of("heliograph.shutdown.timeout", "200ms"));
    end(heliograph, 5000);
    heliograph.close();
    DestinationStatus ledger = ledger(heliograph);
    assertThat(ledger.offered()).isEqualTo(5000);
    assertThat(ledger.delivered()).isZero();
    assertThat(ledger.droppedTotal()).isEqualTo(5000);
    assertThat(ledger.buffered()).isZero();
  }

  @Test
  @Compliance("Traces > TracerProvider > Shutdown (SDK only required)")
  void closeDeliversWhatIsBuffered() {
    Heliograph heliograph = start("http/protobuf", Map.of("heliograph.shutdown.timeout", "20s"));
    end(heliograph, 2000);
    heliograph.close();
    assertThat(receiver.spans()).hasSize(2000);
    assertThat(ledger(heliograph)).isEqualTo(status(2000, 2000, Map.of()));
  }

  @Test
  @Compliance("Exporters > OTLP > Multi-destination spec compliance")
  void aSlowDestinationHoldsBackNoOther() {
    try (OtlpReceiver silent = OtlpReceiver.start();
        Heliograph heliograph =
            start(
                "http/protobuf",
                Map.of(
                    "heliograph.destinations.silent.endpoint", silent.httpEndpoint(),
                    "heliograph.destinations.silent.bsp.max.queue.size", "600",
                    "heliograph.destinations.silent.bsp.max.export.batch.size", "100",
                    "heliograph.shutdown.timeout", "100ms"))) {
      silent.respondAlways(ScriptedResponse.neverAnswer());
      for (int round = 0; round < 4; round++) {
        end(heliograph, 1000);
        receiver.awaitSpans(1000 * (round + 1));
      }
      DestinationStatus good = heliograph.destinations().get(0);
      DestinationStatus bad = heliograph.destinations().get(1);
      assertThat(good.dropped()).isEmpty();
      assertThat(bad.name()).isEqualTo("silent");
      assertThat(bad.delivered()).isZero();
      assertThat(bad.dropped().get(DropReason.QUEUE_FULL)).isPositive();
      assertThat(bad.offered()).isEqualTo(bad.droppedTotal() + bad.buffered());
    }
  }

  @Test
  void nothingIsSentAndNothingOpenedWithoutAnEndpoint() {
    Settings settings = Settings.load(PropertySource.empty(), Map.of());
    try (Heliograph heliograph = Heliograph.builder().settings(settings).build()) {
      end(heliograph, 10);
      assertThat(heliograph.destinations()).isEmpty();
      assertThat(heliograph.flush(LONG)).isTrue();
    }
    assertThat(settings.notices())
        .singleElement()
        .asString()
        .contains("heliograph.exporter.otlp.endpoint");
  }

  private Heliograph start(String protocol, Map<String, String> more) {
    Map<String, String> properties = new HashMap<>(more);
    boolean grpc = protocol.equals("grpc");
    properties.put("heliograph.service.name", "delivery");
    properties.put("heliograph.self-metrics.enabled", "false");
    properties.put("heliograph.exporter.otlp.protocol", protocol);
    properties.put(
        "heliograph.exporter.otlp.endpoint",
        grpc ? receiver.grpcEndpoint() : receiver.httpEndpoint());
    properties.put("heliograph.exporter.otlp.retry.initial-backoff", "20ms");
    properties.put("heliograph.exporter.otlp.retry.max-backoff", "200ms");
    properties.put("heliograph.bsp.schedule.delay", "50ms");
    Settings settings = Settings.load(PropertySource.of(properties, "test"), Map.of());
    return Heliograph.builder().settings(settings).build();
  }

  private static void end(Heliograph heliograph, int spans) {
    Tracer tracer = heliograph.openTelemetry().getTracer("delivery");
    for (int i = 0; i < spans; i++) {
      tracer.spanBuilder("span").setAttribute("number", i).startSpan().end();
    }
  }

  private static List<String> ids(List<ReceivedSpan> spans) {
    return spans.stream().map(ReceivedSpan::spanId).distinct().collect(Collectors.toList());
  }

  private static DestinationStatus ledger(Heliograph heliograph) {
    return heliograph.destinations().get(0);
  }

  private static DestinationStatus status(
      long offered, long delivered, Map<DropReason, Long> dropped) {
    return new DestinationStatus(Signal.TRACES, "otlp", offered, delivered, dropped, 0);
  }
}
