package io.heliograph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.heliograph.config.Signal;
import io.heliograph.export.DropReason;
import io.heliograph.export.ExportResult;
import io.heliograph.export.InMemoryExporter;
import io.heliograph.export.ReadableSpan;
import io.heliograph.pipeline.SpanProcessor;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Flush, shutdown, destinations and the global instance of a whole engine. */
class HeliographTest {

  private static final String[] NO_BATCH_LEAVES_BY_ITSELF = {"OTEL_BSP_SCHEDULE_DELAY", "1h"};

  @Test
  @Compliance({
    "Traces > TracerProvider > ForceFlush (SDK only required)",
    "Traces > Sampling > Built-in `SpanProcessor`s implement `ForceFlush` spec",
    "Exporters > In-memory (mock exporter)"
  })
  void flushDeliversWhatWaits() {
    try (Program program = Program.start(NO_BATCH_LEAVES_BY_ITSELF)) {
      program.work("a");
      program.work("b");
      assertThat(program.heliograph.flush()).isTrue();
      assertThat(program.exporter.items()).extracting(ReadableSpan::name).containsExactly("a", "b");
      program.exporter.reset();
      assertThat(program.exporter.items()).isEmpty();
    }
  }

  @Test
  @Compliance({
    "Traces > Sampling > Built-in `SpanProcessor`s implement `ForceFlush` spec",
    "Exporters > Exporter interface"
  })
  void flushTellsWhatAnExporterLost() {
    try (Program program =
        Program.exportingTo(
            (batch, done) -> done.accept(ExportResult.dropped(batch.size(), DropReason.REFUSED)))) {
      program.work("a");
      assertThat(program.heliograph.flush()).isFalse();
      assertThat(program.heliograph.destinations())
          .containsExactly(
              new DestinationStatus(
                  Signal.TRACES, "test", 1, 0, Map.of(DropReason.REFUSED, 1L), 0));
    }
  }

  @Test
  @Compliance("Traces > TracerProvider > ForceFlush (SDK only required)")
  void flushAsksEveryProcessorAndIsAsTrueAsTheLeastOfThem() {
    List<String> asked = new CopyOnWriteArrayList<>();
    try (Heliograph heliograph =
        Program.builder()
            .spanProcessor(flushing("lossy", false, asked))
            .spanProcessor(flushing("sound", true, asked))
            .build()) {
      assertThat(heliograph.flush()).isFalse();
      assertThat(asked).containsExactly("lossy", "sound");
    }
  }

  private static SpanProcessor flushing(String name, boolean answer, List<String> asked) {
    return new SpanProcessor() {
      @Override
      public CompletionStage<Boolean> flush() {
        asked.add(name);
        return CompletableFuture.completedFuture(answer);
      }
    };
  }

  @Test
  void flushDoesNotWaitLongerThanItsTimeout() {
    try (Program program =
        Program.exportingTo((batch, done) -> {}, "HELIOGRAPH_SHUTDOWN_TIMEOUT", "1ms")) {
      program.work("a");
      assertThat(program.heliograph.flush(Duration.ofMillis(10))).isFalse();
      assertThat(program.heliograph.destinations().get(0).buffered()).isEqualTo(1);
    }
  }

  @Test
  void closeDeliversWhatWaitsAndCountsWhatItCannotDeliver() {
    Program program = Program.start(NO_BATCH_LEAVES_BY_ITSELF);
    program.work("a");
    program.close();
    assertThat(program.exporter.items()).hasSize(1);

    Program silent =
        Program.exportingTo((batch, done) -> {}, "HELIOGRAPH_SHUTDOWN_TIMEOUT", "10ms");
    silent.work("a");
    silent.close();
    assertThat(silent.heliograph.destinations())
        .containsExactly(
            new DestinationStatus(Signal.TRACES, "test", 1, 0, Map.of(DropReason.SHUTDOWN, 1L), 0));
  }

  /** The one destination refuses for now; the other gets everything, once, and first. */
  @Test
  @Compliance("Exporters > OTLP > Multi-destination spec compliance")
  void eachDestinationHasItsOwnQueueAcknowledgementsAndRetries() throws Exception {
    try (HttpReceiver sick = new HttpReceiver().answering(503);
        HttpReceiver sound = new HttpReceiver();
        Program program =
            Program.alone(
                "HELIOGRAPH_DESTINATIONS_SICK_ENDPOINT", sick.url(),
                "HELIOGRAPH_DESTINATIONS_SOUND_ENDPOINT", sound.url(),
                "HELIOGRAPH_EXPORTER_OTLP_RETRY_INITIAL_BACKOFF", "1ms",
                "HELIOGRAPH_EXPORTER_OTLP_RETRY_MAX_BACKOFF", "10ms",
                "OTEL_BSP_SCHEDULE_DELAY", "1ms")) {
      program.work("a");
      assertThat(sick.take().spanNames()).containsExactly("a");
      assertThat(sick.take().spanNames()).containsExactly("a");
      assertThat(sound.take().spanNames()).containsExactly("a");
      program.work("b");
      assertThat(sound.take().spanNames()).containsExactly("b");

      sick.answering(200);
      assertThat(program.heliograph.flush(Program.FOREVER)).isTrue();
      assertThat(sound.pending()).isZero();
      assertThat(program.heliograph.destinations())
          .filteredOn(status -> status.signal() == Signal.TRACES)
          .containsExactlyInAnyOrder(
              new DestinationStatus(Signal.TRACES, "sick", 2, 2, Map.of(), 0),
              new DestinationStatus(Signal.TRACES, "sound", 2, 2, Map.of(), 0));
    }
  }

  @Test
  @Compliance("Context Propagation > Global Propagator")
  void theGlobalInstanceRecordsAndPropagatesThroughThisEngine() {
    GlobalOpenTelemetry.resetForTest();
    InMemoryExporter<ReadableSpan> exporter = new InMemoryExporter<>();
    try (Heliograph heliograph =
        Program.builder("OTEL_PROPAGATORS", "b3").exporter("memory", exporter).build()) {
      heliograph.registerGlobal();
      Span span = GlobalOpenTelemetry.getTracer("test").spanBuilder("s").startSpan();
      Map<String, String> headers = new HashMap<>();
      GlobalOpenTelemetry.getPropagators()
          .getTextMapPropagator()
          .inject(Context.root().with(span), headers, Map::put);
      span.end();
      assertThat(headers).containsOnlyKeys("b3");
      assertThat(headers.get("b3")).startsWith(span.getSpanContext().getTraceId());
      assertThat(heliograph.flush()).isTrue();
      assertThat(exporter.items()).hasSize(1);
      assertThatIllegalStateException().isThrownBy(heliograph::registerGlobal);
    } finally {
      GlobalOpenTelemetry.resetForTest();
    }
  }
}
